"""The independent checker: reads payload bytes with its own code and decides whether the books hold.

Nothing here imports the writer's code (journal, projections, facts, the rules of app/domain): a mistake made there
must not be made again here. Only opening the file, unsealing a blob and the replay into a scratch file are shared.
"""
