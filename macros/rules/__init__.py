"""Rules of the field over the archive: terms of office, vacancies, gaps, what can be compared."""
