package org.mailboxremediation.event;

import java.util.List;

/** Hears of events as they are appended, in the transaction that appends them. */
public interface ChainFollower {

    /** Those events were appended. What goes wrong here rolls them back. */
    void appended(List<CaseEvent> events);
}
