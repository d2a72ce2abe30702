package org.mailboxremediation.webapp.caseview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What stands above every tab of the case view.
 *
 * @param incident as the HTTP API shows it, without its devices
 * @param devices how many there are
 * @param history whether the engine still has the case's history
 * @param formats in which formats the case file can be downloaded
 */
record CaseHead(ObjectNode incident, int devices, EngineHistory history, List<String> formats) {

    /** What the engine still knows of the case. */
    enum EngineHistory {
        /** A process works or worked the case. */
        KEPT,
        /** No process has started yet. */
        NOT_STARTED,
        /** It was removed when its time had come; the chain and the facts outlive it. */
        REMOVED
    }

    CaseHead {
        formats = List.copyOf(formats);
    }
}
