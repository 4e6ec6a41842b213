"""Takes payments until it is killed; prints each number once it is durable. Started by test_kill only."""

import sys
from pathlib import Path

from app.domain.tender import Tender
from db.station import open_station
from tests.db.till import KEY, StepClock, Till

if __name__ == "__main__":
    till = Till(open_station(Path(sys.argv[1]), KEY, clock=StepClock()))
    till.batch = sys.argv[2]
    while True:
        number = till.pay({"A1": 100, "A2": 200}, Tender("cash", 500))
        sys.stdout.write(number + "\n")
        sys.stdout.flush()
