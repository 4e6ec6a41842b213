"""Keys: the file key and its custody, the recovery words, the tenant's key ring, sealed values, PIN verifiers."""
