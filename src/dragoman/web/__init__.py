"""The desk: the record in a browser, served to this machine alone unless the user says otherwise."""
