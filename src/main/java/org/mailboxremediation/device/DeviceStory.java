package org.mailboxremediation.device;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A device's scans and dispositions told in the order they were recorded: the one place that derives its state. */
final class DeviceStory {

    private DeviceState state = DeviceState.UNSCANNED;
    private @Nullable Instant infectionEndedAt;
    private int infectedScans;
    private boolean everInfected;
    private boolean removed;

    private DeviceStory() {}

    static DeviceStory of(List<Scan> scans, List<Disposition> dispositions) {
        DeviceStory story = new DeviceStory();
        Stream.concat(scans.stream().map(Step::of), dispositions.stream().flatMap(Step::of))
                .sorted(Comparator.comparingLong(Step::position))
                .forEach(story::tell);
        return story;
    }

    DeviceState state() {
        return state;
    }

    @Nullable
    Instant infectionEndedAt() {
        return infectionEndedAt;
    }

    int infectedScans() {
        return infectedScans;
    }

    boolean everInfected() {
        return everInfected;
    }

    boolean removed() {
        return removed;
    }

    private void tell(Step step) {
        removed = step.removes();
        if (state == DeviceState.INFECTED && step.endsInfection()) {
            infectionEndedAt = step.at();
        }
        if (step.to() == DeviceState.INFECTED) {
            infectionEndedAt = null;
            infectedScans++;
            everInfected = true;
        }
        if (step.to() == DeviceState.UNSCANNED) {
            infectedScans = 0;
        }
        // A scan that proves nothing does not undo one that found something.
        boolean proves = step.to() != DeviceState.INCOMPLETE || state != DeviceState.INFECTED;
        state = proves ? step.to() : state;
    }

    /** One scan or disposition, by the state it leads to. */
    private record Step(long position, Instant at, DeviceState to, boolean removes) {

        static Step of(Scan scan) {
            DeviceState to = switch (scan.verdict()) {
                case CLEAN -> DeviceState.CLEAN;
                case INFECTED -> DeviceState.INFECTED;
                case INCOMPLETE -> DeviceState.INCOMPLETE;
            };
            return new Step(scan.countsFrom(), scan.countsSince(), to, false);
        }

        /** Nothing for removed malware: only a clean scan proves that it is gone. */
        static Stream<Step> of(Disposition disposition) {
            return switch (disposition.kind()) {
                case MALWARE_REMOVED, REMOVAL_ASKED, SCAN_CONFIRMED, SCAN_DOUBTED -> Stream.empty();
                case REIMAGED -> Stream.of(step(disposition, DeviceState.UNSCANNED));
                case RETIRED, REMOVED -> Stream.of(step(disposition, DeviceState.RETIRED));
                case UNSCANNABLE -> Stream.of(step(disposition, DeviceState.UNSCANNABLE));
            };
        }

        private static Step step(Disposition disposition, DeviceState to) {
            return new Step(
                    disposition.position(), disposition.at(), to, disposition.kind() == DispositionKind.REMOVED);
        }

        boolean endsInfection() {
            return to != DeviceState.INFECTED && to != DeviceState.INCOMPLETE;
        }
    }
}
