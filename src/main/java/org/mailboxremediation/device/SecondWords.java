package org.mailboxremediation.device;

import java.util.ArrayList;
import java.util.List;

/** Brings what second people said to the scans that they said it of. */
final class SecondWords {

    private SecondWords() {}

    /** The scans in their order; one that was confirmed is clean. Both lists are in the order of recording. */
    static List<Scan> in(List<Scan> scans, List<Disposition> dispositions) {
        List<Scan> heard = new ArrayList<>(scans);
        for (Disposition said : dispositions) {
            if (said.kind() == DispositionKind.SCAN_CONFIRMED) {
                confirm(heard, said);
            }
        }
        return List.copyOf(heard);
    }

    private static void confirm(List<Scan> scans, Disposition yes) {
        int newest = -1;
        for (int i = 0; i < scans.size() && scans.get(i).position() < yes.position(); i++) {
            newest = i;
        }
        if (newest >= 0 && scans.get(newest).needsSecond()) {
            scans.set(newest, scans.get(newest).confirmed(yes));
        }
    }
}
