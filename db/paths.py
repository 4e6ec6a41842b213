"""The files of a station's folder that the database owns."""

STATION_DB = "station.db"
