package org.mailboxremediation.sandbox.account;

import java.util.List;
import java.util.Locale;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Lists a domain's mailboxes by name. */
@SandboxComponent
public final class AccountSearch {

    private static final String WHERE = " from sandbox_mailbox where domain = :domain and deleted_at is null"
            + " and enabled in (:states)"
            + " and (position(:contains in name) > 0 or position(:contains in display_name) > 0"
            + " or position(:contains in custom_id) > 0)"
            + " and (left(name, length(:start)) = :start or left(display_name, length(:start)) = :start"
            + " or left(custom_id, length(:start)) = :start)"
            + " and (:digits = false or substring(name from 1 for 1) between '0' and '9')";

    private final JdbcClient jdbc;
    private final AccountRow rows;

    AccountSearch(JdbcClient jdbc, AccountRow rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** The domain's mailboxes that the query asks for. */
    public Page<Account> search(String domain, Query query) {
        int total = bind("select count(*)" + WHERE, domain, query)
                .query(Integer.class)
                .single();
        List<Account> items = bind("select *" + WHERE + " order by name limit :size offset :offset", domain, query)
                .param("size", query.size())
                .param("offset", query.offset())
                .query(rows::read)
                .list();
        return new Page<>(items, total);
    }

    private StatementSpec bind(String sql, String domain, Query query) {
        boolean digits = query.startsWith().equals("0-9");
        return jdbc.sql(sql)
                .param("domain", domain)
                .param("states", query.states())
                .param("contains", query.contains().toLowerCase(Locale.ROOT))
                .param("start", digits ? "" : query.startsWith().toLowerCase(Locale.ROOT))
                .param("digits", digits);
    }

    /**
     * What to list.
     *
     * @param offset how many to pass over
     * @param size how many at most
     * @param startsWith what name, display name or custom ID begins with; {@code 0-9} is any digit; "" is anything
     * @param contains a part of name, display name or custom ID; "" is anything
     * @param states the wanted values of enabled
     */
    public record Query(int offset, int size, String startsWith, String contains, List<Boolean> states) {

        public Query {
            states = List.copyOf(states);
        }
    }
}
