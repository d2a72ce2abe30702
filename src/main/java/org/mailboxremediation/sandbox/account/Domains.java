package org.mailboxremediation.sandbox.account;

import java.util.List;
import java.util.Optional;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The customer's domains. */
@SandboxComponent
public final class Domains {

    private final JdbcClient jdbc;

    Domains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All domains by name. */
    public List<Domain> all() {
        return jdbc.sql("select name, service_type, catch_all from sandbox_domain order by name")
                .query((row, number) -> new Domain(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** The domain of that name in lower case. */
    public Optional<Domain> find(String name) {
        return all().stream().filter(domain -> domain.name().equals(name)).findFirst();
    }

    /** Sets where mail to unknown addresses goes, "" for nowhere. Returns false if there is no such domain. */
    public boolean catchAll(String name, String address) {
        return jdbc.sql("update sandbox_domain set catch_all = :address where name = :name")
                        .param("address", address)
                        .param("name", name)
                        .update()
                == 1;
    }

    void add(Domain domain) {
        jdbc.sql("insert into sandbox_domain (name, service_type, catch_all) values (:name, :type, :all)")
                .param("name", domain.name())
                .param("type", domain.serviceType())
                .param("all", domain.catchAll())
                .update();
    }

    /**
     * A domain.
     *
     * @param name in lower case
     * @param serviceType {@code rsemail}, {@code exchange}, {@code both} or {@code none}
     * @param catchAll where mail to unknown addresses goes, "" for nowhere
     */
    public record Domain(String name, String serviceType, String catchAll) {

        /** Whether the domain has Rackspace Email mailboxes. */
        public boolean hasMailboxes() {
            return serviceType.equals("rsemail") || serviceType.equals("both");
        }
    }
}
