"""Reports: what a table of figures holds, who may see it, and how its totals come about (features K1, K3, K4, K6)."""
