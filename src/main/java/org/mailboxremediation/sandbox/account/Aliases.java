package org.mailboxremediation.sandbox.account;

import java.util.List;
import java.util.Optional;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The aliases of the customer's domains. */
@SandboxComponent
public final class Aliases {

    private static final RowMapper<Alias> ROW = (row, number) -> new Alias(
            row.getString("name"),
            row.getString("domain"),
            List.of(row.getString("members").split(",")));

    private final JdbcClient jdbc;

    Aliases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The domain's aliases by name. */
    public List<Alias> of(String domain) {
        return jdbc.sql("select * from sandbox_alias where domain = :domain order by name")
                .param("domain", domain)
                .query(ROW)
                .list();
    }

    /** The alias of a full address in lower case. */
    public Optional<Alias> find(String address) {
        return jdbc.sql("select * from sandbox_alias where address = :address")
                .param("address", address)
                .query(ROW)
                .optional();
    }

    /** Adds an alias. Returns false if there is one of that name. */
    public boolean add(Alias alias) {
        try {
            jdbc.sql("insert into sandbox_alias (address, domain, name, members)"
                            + " values (:address, :domain, :name, :members)")
                    .param("address", alias.address())
                    .param("domain", alias.domain())
                    .param("name", alias.name())
                    .param("members", String.join(",", alias.members()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Replaces the members of an alias. Returns false if there is no such alias. */
    public boolean replace(Alias alias) {
        return jdbc.sql("update sandbox_alias set members = :members where address = :address")
                        .param("members", String.join(",", alias.members()))
                        .param("address", alias.address())
                        .update()
                == 1;
    }

    /** Deletes the alias of a full address. Returns false if there is none. */
    public boolean delete(String address) {
        return jdbc.sql("delete from sandbox_alias where address = :address")
                        .param("address", address)
                        .update()
                == 1;
    }

    /**
     * A name that delivers to others.
     *
     * @param name before the @, lower case
     * @param domain after the @, lower case
     * @param members full addresses in lower case, at least one
     */
    public record Alias(String name, String domain, List<String> members) {

        public Alias {
            members = List.copyOf(members);
        }

        /** The alias's full address. */
        public String address() {
            return name + "@" + domain;
        }
    }
}
