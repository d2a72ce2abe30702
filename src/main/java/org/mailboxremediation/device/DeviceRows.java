package org.mailboxremediation.device;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailboxremediation.incident.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads devices: one query where there are none, four however many they are. */
@Component
final class DeviceRows {

    private final JdbcClient jdbc;
    private final ScanRows scanRows;

    DeviceRows(JdbcClient jdbc, ScanRows scanRows) {
        this.jdbc = jdbc;
        this.scanRows = scanRows;
    }

    /** Those of these cases, each case's in the order they were added. */
    List<Device> of(Collection<String> incidentIds) {
        Set<String> listing = listing(incidentIds);
        if (listing.isEmpty()) {
            return List.of();
        }
        Map<String, List<Scan>> scans = scanRows.of(listing).stream().collect(groupingBy(Scan::deviceId));
        Map<String, List<Disposition>> dispositions = dispositions(listing);
        return jdbc.sql("select d.*, i.managed from device d left join inventory_device i"
                        + " on i.identifier_key = d.identifier_key where d.incident_id in (:ids) order by d.position")
                .param("ids", listing)
                .query((row, n) -> device(row, scans, dispositions))
                .list();
    }

    Optional<String> incidentOf(String deviceId) {
        return jdbc.sql("select incident_id from device where id = :id")
                .param("id", deviceId)
                .query(String.class)
                .optional();
    }

    List<SharedDevice> sharing(String identifier) {
        return jdbc.sql("select id, incident_id from device where identifier_key = :key order by incident_id, position")
                .param("key", DeviceIdentity.key(identifier))
                .query((row, n) -> new SharedDevice(row.getString("id"), row.getString("incident_id")))
                .list();
    }

    int count(String incidentId) {
        return jdbc.sql("select count(*) from device where incident_id = :id")
                .param("id", incidentId)
                .query(Integer.class)
                .single();
    }

    void insert(Device device, String actor, long position) {
        jdbc.sql("insert into device (id, incident_id, name, kind, owner, identifier, identifier_key,"
                        + " added_by, added_at, position)"
                        + " values (:id, :incident, :name, :kind, :owner, :identifier, :key, :actor, :at, :position)")
                .param("id", device.id())
                .param("incident", device.incidentId())
                .param("name", device.name())
                .param("kind", device.kind().name())
                .param("owner", device.owner())
                .param("identifier", device.identifier())
                .param("key", DeviceIdentity.key(device.identifier()))
                .param("actor", actor)
                .param("at", Times.sql(device.addedAt()))
                .param("position", position)
                .update();
    }

    void insert(String id, String deviceId, String incidentId, Disposition disposition) {
        jdbc.sql("insert into device_disposition (id, device_id, incident_id, kind, reason, actor, at, position)"
                        + " values (:id, :device, :incident, :kind, :reason, :actor, :at, :position)")
                .param("id", id)
                .param("device", deviceId)
                .param("incident", incidentId)
                .param("kind", disposition.kind().name())
                .param("reason", disposition.reason())
                .param("actor", disposition.actor())
                .param("at", Times.sql(disposition.at()))
                .param("position", disposition.position())
                .update();
    }

    private Set<String> listing(Collection<String> incidentIds) {
        return jdbc.sql("select distinct incident_id from device where incident_id in (:ids)")
                .param("ids", incidentIds)
                .query(String.class)
                .set();
    }

    private Map<String, List<Disposition>> dispositions(Collection<String> incidentIds) {
        return jdbc
                .sql("select * from device_disposition where incident_id in (:ids) order by position")
                .param("ids", incidentIds)
                .query((row, n) -> Map.entry(row.getString("device_id"), disposition(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Disposition disposition(ResultSet row) throws SQLException {
        return new Disposition(
                DispositionKind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getString("actor"),
                Times.read(row, "at"),
                row.getLong("position"));
    }

    private static Device device(
            ResultSet row, Map<String, List<Scan>> scans, Map<String, List<Disposition>> dispositions)
            throws SQLException {
        String id = row.getString("id");
        List<Disposition> done = dispositions.getOrDefault(id, List.of());
        return new Device(
                id,
                row.getString("incident_id"),
                row.getString("name"),
                DeviceKind.valueOf(row.getString("kind")),
                row.getString("owner"),
                row.getString("identifier"),
                row.getObject("managed", Boolean.class),
                Times.read(row, "added_at"),
                SecondWords.in(scans.getOrDefault(id, List.of()), done),
                done);
    }
}
