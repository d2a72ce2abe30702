package org.mailboxremediation.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what became of many notices, in few transactions; where one of these fails, each notice in one of its own. */
@Component
final class NoticeSettlement {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSettlement.class);
    private static final int A_TRANSACTION = 50;

    private final NoticeBatch batch;
    private final NoticeLog log;
    private final TransactionTemplate transaction;

    NoticeSettlement(NoticeBatch batch, NoticeLog log, TransactionTemplate transaction) {
        this.batch = batch;
        this.log = log;
        this.transaction = transaction;
    }

    /**
     * Settles those that are still queued.
     *
     * @return those that could not be kept
     */
    List<Verdict> settle(List<Verdict> verdicts) {
        List<Verdict> ordered = verdicts.stream()
                .sorted(Comparator.comparing(Verdict::incidentId))
                .toList();
        List<Verdict> lost = new ArrayList<>();
        for (int from = 0; from < ordered.size(); from += A_TRANSACTION) {
            lost.addAll(settleTogether(ordered.subList(from, Math.min(from + A_TRANSACTION, ordered.size()))));
        }
        return lost;
    }

    private List<Verdict> settleTogether(List<Verdict> some) {
        try {
            transaction.executeWithoutResult(tx -> batch.settle(some));
            return List.of();
        } catch (RuntimeException failure) {
            LOG.debug(
                    "Notices are settled one by one after {}",
                    failure.getClass().getName());
            return some.stream().filter(verdict -> !isSettled(verdict)).toList();
        }
    }

    private boolean isSettled(Verdict verdict) {
        try {
            transaction.executeWithoutResult(tx -> log.settle(verdict.notice(), verdict.status(), verdict.reason()));
            return true;
        } catch (RuntimeException failure) {
            LOG.error("A notice was not settled: {}", failure.getClass().getName());
            return false;
        }
    }
}
