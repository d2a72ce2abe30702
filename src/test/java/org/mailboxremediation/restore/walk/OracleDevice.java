package org.mailboxremediation.restore.walk;

import java.util.ArrayList;
import java.util.List;

/** What the oracle knows of one device: all that was ever said of it. */
final class OracleDevice {

    private enum Word {
        CLEAN,
        FOUND,
        PROVES_NOTHING,
        REIMAGED,
        OUT_OF_USE
    }

    private record Said(long at, Word word) {}

    private final long fresh;
    private final List<Said> story = new ArrayList<>();
    private final List<Long> infectedUntil = new ArrayList<>();

    OracleDevice(long fresh) {
        this.fresh = fresh;
    }

    void scanned(long at, Happening.Scanned scan) {
        if (scan.found()) {
            infectedUntil.add(Math.min(scan.finished(), at));
        }
        Word clean = proves(at, scan) ? Word.CLEAN : Word.PROVES_NOTHING;
        story.add(new Said(at, scan.found() ? Word.FOUND : clean));
    }

    /** P8: complete, fresh, begun after the report and after the last infection, ended. */
    private boolean proves(long at, Happening.Scanned scan) {
        return scan.files() > 0
                && scan.finished() - scan.signatures() <= fresh
                && scan.started() >= 0
                && scan.finished() <= at
                && infectedUntil.stream().allMatch(until -> scan.started() >= until);
    }

    void done(long at, Happening.Deed deed) {
        switch (deed) {
            case MALWARE_REMOVED -> {}
            case REIMAGED -> story.add(new Said(at, Word.REIMAGED));
            case RETIRED, WIPED_OR_OUT_OF_USE -> story.add(new Said(at, Word.OUT_OF_USE));
        }
    }

    /** Whether it is clean, retired, or attested unscannable and wiped or out of use. */
    boolean fine() {
        if (story.isEmpty() || infected()) {
            return false;
        }
        Word last = story.get(story.size() - 1).word();
        return last == Word.CLEAN || last == Word.OUT_OF_USE;
    }

    /** Whether something was found and nothing has ended that. */
    boolean infected() {
        return lastFound() >= 0 && latestInfectionEnded() < 0;
    }

    /** When the clean rescan, reimage or retirement came that ended its latest infection; negative if none has. */
    long latestInfectionEnded() {
        int found = lastFound();
        if (found < 0) {
            return -1;
        }
        return story.subList(found + 1, story.size()).stream()
                .filter(said -> said.word() != Word.PROVES_NOTHING)
                .mapToLong(Said::at)
                .findFirst()
                .orElse(-1);
    }

    private int lastFound() {
        int found = -1;
        for (int i = 0; i < story.size(); i++) {
            found = story.get(i).word() == Word.FOUND ? i : found;
        }
        return found;
    }
}
