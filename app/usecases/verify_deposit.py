"""Verify a bag: a second person counts it, seals it and reads its number (R3, R35)."""

from typing import ClassVar

from app.domain.approval import TakerCannotApproveError
from app.domain.deposit import TakenApartError
from app.domain.entry import EntryRef
from app.domain.facts.deposits import DepositVerified
from app.domain.records import DepositRecord
from app.domain.rights import check_right
from app.domain.user import Deed
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books, OpenDeed
from app.usecases.prepare_deposit import BAGS_LOOKED_AT


class DepositUnknownError(RuleBrokenError):
    """No such deposit here."""

    code: ClassVar[str] = "deposit_unknown"

    def __init__(self, deposit: str) -> None:
        super().__init__(f"There is no deposit {deposit} at this station. Pick one from the list.")
        self.deposit = deposit


class AlreadyVerifiedError(RuleBrokenError):
    """A second person has verified the bag before."""

    code: ClassVar[str] = "already_verified"

    def __init__(self, *, deposit: str, by: str) -> None:
        super().__init__(f"Deposit {deposit} was already verified by {by}. It is ready for the bank.")
        self.deposit = deposit
        self.by = by


class WrongBagError(RuleBrokenError):
    """The number on the bag is not the one it was prepared with."""

    code: ClassVar[str] = "wrong_bag"

    def __init__(self, *, deposit: str, bag: str) -> None:
        super().__init__(f"Bag {bag} is not the bag of deposit {deposit}. Read the number on the bag again.")
        self.deposit = deposit
        self.bag = bag


@frozen
class VerifyRequest:
    """`bag` as the second person reads it on the bag."""

    by: str
    deposit: str
    bag: str


@frozen
class VerifyDeposit:
    """The second name on the slip; never the preparer's."""

    books: Books

    def __call__(self, request: VerifyRequest) -> EntryRef:
        """Verify it.

        Raises:
            DepositUnknownError, AlreadyVerifiedError, WrongBagError, TakenApartError.
            TakerCannotApproveError: the preparer (R35).
        """
        with self.books.deed(by=request.by) as deed:
            user = check_right(deed.user(request.by), Deed.VERIFY_DEPOSIT, asked=request.by)
            found = deposit_of(deed, request.deposit)
            if found.is_undone:
                raise TakenApartError(deposit=found.deposit, by=found.undone_by)
            if found.verified_by:
                raise AlreadyVerifiedError(deposit=found.deposit, by=found.verified_by)
            if found.prepared_by == user.user:
                raise TakerCannotApproveError(user.name)
            if found.bag != request.bag.strip():
                raise WrongBagError(deposit=found.deposit, bag=request.bag.strip())
            return deed.append(DepositVerified(found.deposit, found.bag), business_date=found.business_date)


def deposit_of(deed: OpenDeed, number: str) -> DepositRecord:
    """The bag of that number.

    Raises:
        DepositUnknownError: there is none.
    """
    found = next((one for one in deed.deposits(limit=BAGS_LOOKED_AT) if one.deposit == number), None)
    if found is None:
        raise DepositUnknownError(number)
    return found
