package org.mailboxremediation.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says how far a scan has come, at most every two seconds, and each finding at once. */
final class ScanProgress implements Consumer<String> {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

    private final Writer err;
    private long files;
    private long found;
    private long saidAt;

    ScanProgress(String scanner, Writer err) {
        this.err = err;
        this.saidAt = System.nanoTime();
        boolean quiet = scanner.equals("clamdscan");
        say("Scanning with " + scanner + ". A whole device takes hours."
                + (quiet ? " It tells of findings only." : ""));
    }

    @Override
    public void accept(String line) {
        if (line.endsWith(" FOUND")) {
            found++;
            say("Found: " + line.replaceAll("\\p{Cntrl}", "?"));
        } else if (line.endsWith(": OK")) {
            files++;
        }
        if (System.nanoTime() - saidAt > PAUSE) {
            saidAt = System.nanoTime();
            say(files + " files without a finding, " + found + " with one ...");
        }
    }

    void finish() {
        say("Scanned. Handing the report in.");
    }

    private void say(String sentence) {
        try {
            err.write(sentence + "\n");
            err.flush();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
