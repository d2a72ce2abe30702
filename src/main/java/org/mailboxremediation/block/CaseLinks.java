package org.mailboxremediation.block;

import java.util.List;
import java.util.Locale;
import org.mailboxremediation.block.CaseLink.Via;
import org.mailboxremediation.evidence.trace.IpAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the cases that one sender links: a campaign against several mailboxes. */
@Component
public final class CaseLinks {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final SharedProviders shared;

    CaseLinks(JdbcClient jdbc, SharedProviders shared) {
        this.jdbc = jdbc;
        this.shared = shared;
    }

    /** The other cases with a message from the same address, return path or of the same id; at most 50 a kind. */
    public List<CaseLink> of(String incidentId) {
        return List.of(Via.ORIGINATING_IP, Via.RETURN_PATH, Via.MESSAGE_ID).stream()
                .flatMap(via -> by(via, incidentId).stream())
                .toList();
    }

    /** The column's name is one of three constants. */
    private List<CaseLink> by(Via via, String incidentId) {
        String column = via.name().toLowerCase(Locale.ROOT);
        return jdbc.sql("select distinct other.incident_id, other." + column + " from origin mine join origin other"
                        + " on other." + column + " = mine." + column
                        + " where mine.incident_id = :incident and other.incident_id <> :incident"
                        + " and mine." + column + " <> '' order by 1 limit " + MOST)
                .param("incident", incidentId)
                .query((row, n) -> link(row.getString(1), via, row.getString(2)))
                .list();
    }

    private CaseLink link(String incidentId, Via via, String value) {
        boolean many = via == Via.ORIGINATING_IP
                && IpAddress.parse(value).flatMap(shared.relays()::nameOf).isPresent();
        return new CaseLink(incidentId, many ? Via.SHARED_RELAY : via, value);
    }
}
