package org.mailboxremediation.sandbox.account;

import java.util.List;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The block and safe lists. A scope is a domain, or a mailbox's full address. */
@SandboxComponent
public final class SenderLists {

    private final JdbcClient jdbc;

    SenderLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The entries of a list by name. */
    public List<String> entries(String scope, ListName list) {
        return jdbc.sql("select entry from sandbox_sender_list where scope = :scope and list_name = :list"
                        + " order by entry")
                .param("scope", scope)
                .param("list", list.name())
                .query(String.class)
                .list();
    }

    /** Adds an entry. Returns false if it is there. */
    public boolean add(String scope, ListName list, String entry) {
        try {
            jdbc.sql("insert into sandbox_sender_list (scope, list_name, entry) values (:scope, :list, :entry)")
                    .param("scope", scope)
                    .param("list", list.name())
                    .param("entry", entry)
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Removes an entry. Returns false if it is absent. */
    public boolean remove(String scope, ListName list, String entry) {
        return jdbc.sql("delete from sandbox_sender_list"
                                + " where scope = :scope and list_name = :list and entry = :entry")
                        .param("scope", scope)
                        .param("list", list.name())
                        .param("entry", entry)
                        .update()
                == 1;
    }

    /** The four lists of a scope. */
    public enum ListName {
        BLOCK,
        BLOCK_IP,
        SAFE,
        SAFE_IP
    }
}
