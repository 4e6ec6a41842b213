"""A look at an extract before it is taken: the survey's figures, and what its trailer says."""


from app.frozen import frozen
from app.interchange.accounts_extract import AccountsExtract
from app.interchange.extract_sample import SampledRow


@frozen
class ExtractLook:
    """`as_of` and `posted_through` None when the file does not say; `passes` readings take the whole file in.
    `sample` is what the fields of its first rows become.

    `total_proved`: a trailer agreed and every amount could be read.
    """

    rows: int
    accounts: int
    broken: int
    has_trailer: bool
    total_proved: bool
    as_of: str | None
    posted_through: int | None
    passes: int
    sample: tuple[SampledRow, ...]


def look_at(extract: AccountsExtract) -> ExtractLook:
    """Read the file once.

    Raises:
        ExtractRefusedError: one sentence; see extract_errors.
        ImportCancelledError: somebody said so.
    """
    survey = extract.survey()
    trailer = survey.trailer
    return ExtractLook(
        rows=survey.rows,
        accounts=survey.accounts,
        broken=len(survey.broken),
        has_trailer=trailer is not None,
        total_proved=survey.total_proved,
        as_of=trailer.as_of if trailer else None,
        posted_through=trailer.posted_through if trailer else None,
        passes=extract.passes,
        sample=extract.sample(),
    )
