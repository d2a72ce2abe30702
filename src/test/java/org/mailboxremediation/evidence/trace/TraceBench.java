package org.mailboxremediation.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.ReadmeSection;

/** How many messages a second one core reads into whole reports, beside two libraries that only split the header. */
class TraceBench {

    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 5;

    private interface Work {

        Object read(TraceCorpus.Message message) throws Exception;
    }

    @Test
    void readsTenThousandMessagesASecond() throws Exception {
        assumeThat(TraceCorpus.isHere())
                .as("no ../shared/corpus: nothing to read")
                .isTrue();
        List<TraceCorpus.Message> messages = new TraceCorpus().messages();
        long split = perSecond(messages, TraceBench::withMime4j);
        long angus = perSecond(messages, message -> new InternetHeaders(new ByteArrayInputStream(message.content())));
        long ours = perSecond(messages, message -> OriginReader.read(message.content(), message.own()));
        ReadmeSection.write(
                "trace speed: written by TraceBench",
                "end of trace speed",
                String.format(Locale.ROOT, """
                        | this product, whole report | mime4j, header split alone | Angus Mail, header split alone |
                        |---|---|---|
                        | %,d | %,d | %,d |
                        """, ours, split, angus));
        assertThat(ours).isGreaterThanOrEqualTo(10_000);
    }

    private static Object withMime4j(TraceCorpus.Message message) throws Exception {
        MimeTokenStream stream = new MimeTokenStream(MimeConfig.PERMISSIVE);
        stream.parse(new ByteArrayInputStream(message.content()));
        EntityState state = stream.getState();
        while (state != EntityState.T_END_HEADER && state != EntityState.T_END_OF_STREAM) {
            state = stream.next();
        }
        return state;
    }

    /** By the processor's time of this thread: the best round. */
    private static long perSecond(List<TraceCorpus.Message> messages, Work work) throws Exception {
        long best = Long.MAX_VALUE;
        int seen = 0;
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (TraceCorpus.Message message : messages) {
                seen += work.read(message).hashCode() & 1;
            }
            long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started;
            best = round < WARM_UPS ? best : Math.min(best, took);
        }
        assertThat(seen).isNotNegative();
        return messages.size() * 1_000_000_000L / best;
    }
}
