package dev.muster.identity.importing;

import dev.muster.identity.UserRow;
import dev.muster.identity.company.Admission;

/** Somebody whom a row of a file describes. */
record NewPerson(UserRow user, Admission admission) {}
