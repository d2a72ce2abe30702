package org.mailboxremediation.device;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.Times;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisation's devices, each once by its identifier, and the mailboxes that are used on them. */
@Component
public final class Inventory {

    /** How many devices one import can bring. */
    public static final int MAX_ROWS = 10_000;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final Clock clock;

    Inventory(DataSource dataSource, JdbcClient jdbc, Clock clock) {
        this.batches = new JdbcTemplate(dataSource);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stores these devices in the caller's transaction; each takes the place of the one with its identifier. */
    public void store(List<InventoryDevice> devices, String actor) {
        Timestamp now = Times.sql(Times.now(clock));
        List<Object[]> keys = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> uses = new ArrayList<>();
        for (InventoryDevice device : devices) {
            String key = Objects.requireNonNull(DeviceIdentity.key(device.identifier()));
            keys.add(new Object[] {key});
            rows.add(new Object[] {
                key,
                device.identifier(),
                device.name(),
                device.kind().name(),
                device.owner(),
                device.managed(),
                actor,
                now
            });
            device.mailboxes().forEach(mailbox -> uses.add(new Object[] {key, small(mailbox)}));
        }
        batches.batchUpdate("delete from inventory_use where identifier_key = ?", keys);
        batches.batchUpdate("delete from inventory_device where identifier_key = ?", keys);
        batches.batchUpdate(
                "insert into inventory_device (identifier_key, identifier, name, kind, owner, managed, imported_by,"
                        + " imported_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        batches.batchUpdate("insert into inventory_use (identifier_key, mailbox) values (?, ?)", uses);
    }

    /** The devices on which the mailbox is used, by their names. */
    public List<NewDevice> of(MailboxAddress mailbox) {
        return jdbc.sql("select d.* from inventory_device d join inventory_use u on u.identifier_key = d.identifier_key"
                        + " where u.mailbox = :mailbox order by d.name, d.identifier_key limit :most")
                .param("mailbox", small(mailbox))
                .param("most", Devices.MAX_DEVICES)
                .query((row, n) -> new NewDevice(
                        row.getString("name"),
                        DeviceKind.valueOf(row.getString("kind")),
                        row.getString("owner"),
                        row.getString("identifier")))
                .list();
    }

    /** The mailboxes that are used on the device with that identifier. */
    public List<MailboxAddress> mailboxesOf(String identifier) {
        return jdbc
                .sql("select mailbox from inventory_use where identifier_key = :key order by mailbox")
                .param("key", DeviceIdentity.key(identifier))
                .query(String.class)
                .list()
                .stream()
                .map(MailboxAddress::parse)
                .toList();
    }

    /** How many devices there are. */
    public int count() {
        return jdbc.sql("select count(*) from inventory_device")
                .query(Integer.class)
                .single();
    }

    private static String small(MailboxAddress mailbox) {
        return mailbox.asString().toLowerCase(Locale.ROOT);
    }
}
