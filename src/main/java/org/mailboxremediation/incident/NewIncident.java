package org.mailboxremediation.incident;

/** A report with what triage made of it, from which a case is to be opened. */
public record NewIncident(Report report, Triage triage) {}
