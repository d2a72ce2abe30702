package org.mailboxremediation.outbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which of the programs that work one queue this is. Its claims carry its name, so that after a kill it takes its own
 * back at once, and waits for nobody else's to run out.
 *
 * <p>The name is {@code remediation.outbox.node}, or else made of the host and the data directory: two programs that
 * share both on one database must each be given a name of their own, or one's start makes the other's commands be
 * performed twice.
 */
@Component
final class Node {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final int LONGEST = 27;

    private final String name;
    private final JdbcClient jdbc;
    private final Clock clock;

    Node(
            @Value("${remediation.outbox.node:}") String given,
            @Value("${remediation.data-dir:./data}") String dataDirectory,
            JdbcClient jdbc,
            Clock clock) {
        this.name = given.isBlank() ? derived(dataDirectory) : given.strip();
        this.jdbc = jdbc;
        this.clock = clock;
        if (!name.matches("[A-Za-z0-9.-]{1," + LONGEST + "}")) {
            throw new IllegalArgumentException(
                    "remediation.outbox.node must be 1 to " + LONGEST + " letters, digits, dots and hyphens");
        }
    }

    /** A token for one claim, or for some made together. */
    String token() {
        return name + ":" + UUID.randomUUID();
    }

    /** Ends the claims of the process that had this name before: it is gone. Before the workers start. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    public void takeBack() {
        int taken = jdbc.sql("""
                        update outbox_command set claimed_until = :now
                        where settled_at is null and claimed_until > :now
                            and substring(claimed_by from 1 for :length) = :mine
                        """)
                .param("now", Column.time(clock.instant()))
                .param("length", name.length() + 1)
                .param("mine", name + ":")
                .update();
        if (taken > 0) {
            LOG.info("{} commands were being performed when this stopped; they are taken up again", taken);
        }
    }

    private static String derived(String dataDirectory) {
        String place = host() + " " + Path.of(dataDirectory).toAbsolutePath().normalize();
        long hash =
                UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
        return Long.toHexString(hash);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}
