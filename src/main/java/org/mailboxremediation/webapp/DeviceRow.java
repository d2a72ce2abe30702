package org.mailboxremediation.webapp;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.DeviceState;
import org.mailboxremediation.device.Scan;

/**
 * A line of the table.
 *
 * @param managed whether the organisation manages it; null where the inventory does not know it
 * @param progress {@code clean} (nothing more is owed), {@code infected}, {@code waiting} or {@code overdue}
 * @param state what its scans and dispositions come to; {@code AWAITS_SECOND} where only a second person's word is missing
 * @param late whether its task should be done by now
 * @param scanned when its newest scan finished; null if there is none
 * @param tool what scanned it
 * @param why why the newest scan proves nothing
 */
record DeviceRow(
        String id,
        String name,
        String kind,
        String owner,
        @Nullable String identifier,
        @Nullable Boolean managed,
        String progress,
        String state,
        boolean late,
        @Nullable String due,
        @Nullable String scanned,
        @Nullable String tool,
        List<String> why) {

    DeviceRow {
        why = List.copyOf(why);
    }

    static DeviceRow of(Device device, @Nullable Instant due, Instant now) {
        List<Scan> scans = device.scans();
        @Nullable Scan newest = scans.isEmpty() ? null : scans.get(scans.size() - 1);
        boolean late = due != null && due.isBefore(now) && !device.settled();
        return new DeviceRow(
                device.id(),
                device.name(),
                device.kind().name(),
                device.owner(),
                device.identifier(),
                device.managed(),
                progress(device, late),
                device.awaitingSecond().isPresent()
                        ? "AWAITS_SECOND"
                        : device.state().name(),
                late,
                due == null || device.settled() ? null : due.toString(),
                newest == null ? null : newest.finishedAt().toString(),
                newest == null ? null : newest.tool(),
                newest == null || device.settled() ? List.of() : newest.reasons());
    }

    private static String progress(Device device, boolean late) {
        if (device.settled()) {
            return "clean";
        }
        if (device.state() == DeviceState.INFECTED) {
            return "infected";
        }
        return late ? "overdue" : "waiting";
    }
}
