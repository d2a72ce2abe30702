package org.mailboxremediation.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.mailboxremediation.summary.SummaryFixture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cases that ended in the last three years, spread evenly, as the product and the engine leave them: half of the mailboxes
 * have two. Written straight into the tables, but for the summaries, which the product's own code makes.
 */
final class FinishedCases {

    private static final int CHUNK = 2_000;

    /** One row a case; hash texts stand for real ones, and are of their length. */
    private static final String CASES = """
            create unlogged table bench_case as
            select n, md5('case' || n)::uuid::text as id, md5('process' || n)::uuid::text as process,
                'user' || lpad((n % greatest(:count / 2, 1))::text, 5, '0') || '@example.com' as mailbox,
                reported, reported + (2 + n % 9) * interval '1 second' as locked,
                reported + (3 + n % 60) * interval '1 hour' as restored,
                reported + (6 + n % 90) * interval '1 hour' as closed,
                (array['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'])[1 + n % 4] as severity, n % 3 = 0 as infected,
                (array['admin', 'admin2', 'admin3'])[1 + n % 3] as worker
            from (select n, date_trunc('day', now()) - interval '5 days' - n * (interval '1090 days' / :count) as reported
                from generate_series(1, :count) n) cases
            """;

    private static final List<String> FACTS = List.of(
            "insert into incident (id, mailbox, status, severity, lock_out, access_before, reporter_user, reporter_name,"
                    + " reporter_role, owner_name, owner_contact, note, reported_at, closed_at, process_instance_id)"
                    + " select id, mailbox, 'CLOSED_RESTORED', severity, 'CHANGE_PASSWORD_AND_BLOCK', 'OPEN', 'reporter',"
                    + " 'Sandbox reporter', 'USER', 'Somebody', '+1 555 0100', 'Saw odd bounces.', reported, closed, process"
                    + " from bench_case",
            "insert into incident_symptom select id, symptom, reported, 'reporter' from bench_case,"
                    + " unnest(array['BOUNCES', 'FORWARDING_ADDED']) symptom",
            "insert into incident_risk_factor select id, 'WEAK_PASSWORD' from bench_case",
            "insert into chain_head select id, 20, md5(id) || md5(process) from bench_case",
            "insert into case_event select id, k, to_char(reported + k * interval '20 minutes',"
                    + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), case when k % 3 = 0 then worker else 'system' end,"
                    + " (array['Attested', 'NoticeSent', 'SettingCleared', 'PasswordSet', 'EvidenceAdded'])[1 + k % 5],"
                    + " '{\"attestation\":\"' || md5(id || k) || '\",\"reason\":\"Seen on the device, by telephone.\"}',"
                    + " md5(id || k) || md5('a' || k), md5(id || (k + 1)) || md5('b' || k)"
                    + " from bench_case, generate_series(1, 20) k",
            "insert into password_change select md5(id || 'change')::uuid::text, id, 1, 'REPORTED', true, reported, locked,"
                    + " locked, 'VERIFIED', '[\"imap:old-refused\"]', null from bench_case",
            "insert into access_change select md5(id || 'blocked')::uuid::text, id, 'BLOCKED', 'REPORTED', locked, 5"
                    + " from bench_case",
            "insert into access_change select md5(id || 'open')::uuid::text, id, 'OPEN', 'GATE', restored, 25"
                    + " from bench_case",
            "insert into device (id, incident_id, name, kind, owner, added_by, added_at, position)"
                    + " select md5(id || d)::uuid::text, id, 'Laptop ' || d, 'LAPTOP', 'Somebody', worker, reported, d + 5"
                    + " from bench_case, generate_series(1, 2) d",
            "insert into device_scan (id, device_id, incident_id, verdict, tool, started_at, finished_at, files_scanned,"
                    + " findings, reasons, attested_by, recorded_at, position)"
                    + " select md5(id || d || s)::uuid::text, md5(id || d)::uuid::text, id,"
                    + " case when infected and d = 1 and s = 1 then 'INFECTED' else 'CLEAN' end, 'ClamAV 1.4.6', restored,"
                    + " restored, 48210, '[]', '[]', worker, restored, 10 + 2 * d + s"
                    + " from bench_case, generate_series(1, 2) d, generate_series(1, 2) s where s = 2 or infected and d = 1",
            "insert into attestation select md5(id || a)::uuid::text, id, 'DEVICE_LIST_COMPLETE', id, 'complete', null,"
                    + " worker, restored, 15 + a from bench_case, generate_series(1, 3) a",
            "insert into case_worker select distinct actor, case_id from case_event where actor <> 'system'");

    /** What the engine keeps: the main process with what it called, each node that was passed, and the tasks. */
    private static final List<String> HISTORY = List.of(
            "insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_,"
                    + " end_time_, duration_, start_act_id_, root_proc_inst_id_, state_)"
                    + " select i.id, i.id, c.id, d.key_, d.id_, reported, closed, 3600000, 'StartEvent', process,"
                    + " 'COMPLETED' from bench_case c, act_re_procdef d, lateral (select case d.key_"
                    + " when 'SecureMailboxProcess' then process else md5(process || d.key_) end as id) i"
                    + " where d.key_ <> 'EndCaseProcess'",
            "insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_,"
                    + " act_id_, act_name_, act_type_, start_time_, end_time_, duration_, act_inst_state_, sequence_counter_)"
                    + " select md5(process || a.id), 'SecureMailboxProcess', d.id_, process, process, process, a.id, a.name,"
                    + " a.type, reported, closed, 3600000, 4, a.place from bench_case, bench_node a, act_re_procdef d"
                    + " where d.key_ = 'SecureMailboxProcess' and (infected or a.id <> 'CallActivity_ChangePasswordAgain')",
            "insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_,"
                    + " act_id_, act_name_, act_type_, start_time_, end_time_, duration_, act_inst_state_, sequence_counter_)"
                    + " select md5(process || d.key_ || k), d.key_, d.id_, process, md5(process || d.key_), process,"
                    + " 'UserTask_' || k, 'A task', 'userTask', reported, closed, 3600000, 4, k"
                    + " from bench_case, act_re_procdef d, generate_series(1, 1) k"
                    + " where d.key_ not in ('SecureMailboxProcess', 'EndCaseProcess')",
            "insert into act_hi_taskinst (id_, task_def_key_, proc_def_key_, proc_def_id_, root_proc_inst_id_,"
                    + " proc_inst_id_, name_, start_time_, end_time_, duration_, delete_reason_, assignee_)"
                    + " select md5(process || 'task' || k), 'UserTask_AttestScan', d.key_, d.id_, process, process,"
                    + " 'Attest scan', reported, closed, 3600000, 'completed', worker"
                    + " from bench_case, act_re_procdef d, generate_series(1, 4) k where d.key_ = 'ScanDeviceProcess'");

    /** The nodes that every case passes, and one that only an infection leads to. */
    private static final String NODES = """
            create unlogged table bench_node as select * from (values
                ('StartEvent_IncidentReported', 'Incident reported', 'startEvent', 1),
                ('RuleTask_TriageIncident', 'Triage incident', 'businessRuleTask', 2),
                ('Fork_Steps', '', 'parallelGateway', 3),
                ('CallActivity_ChangePassword', '1 Change password', 'callActivity', 4),
                ('CallActivity_AlertPeople', '3 Alert people', 'callActivity', 5),
                ('CallActivity_BlockSender', '4 Trace and block the source', 'callActivity', 6),
                ('CallActivity_ScanDevices', '2 Scan all devices', 'callActivity', 7),
                ('Gateway_ChangeDue', 'Password change due?', 'exclusiveGateway', 8),
                ('CallActivity_ChangePasswordAgain', '2 Change password again', 'callActivity', 9),
                ('Gateway_RestoreAllowed', 'Restore allowed?', 'exclusiveGateway', 10),
                ('CallActivity_RestoreAccess', '2 Restore access and hand over', 'callActivity', 11),
                ('CallActivity_EducateOwner', '5 Educate the owner', 'callActivity', 12),
                ('Gateway_StillSecure', 'Still secure?', 'exclusiveGateway', 13),
                ('Join_Steps', '', 'parallelGateway', 14),
                ('EndEvent_CaseClosed', 'Case closed', 'noneEndEvent', 15)) nodes (id, name, type, place)
            """;

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    FinishedCases(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Writes so many, all at once for those who look. */
    void write(int count) {
        jdbc.sql(NODES).update();
        jdbc.sql(CASES.replace(":count", Integer.toString(count))).update();
        new TransactionTemplate(new JdbcTransactionManager(dataSource)).executeWithoutResult(status -> {
            FACTS.forEach(sql -> jdbc.sql(sql).update());
            HISTORY.forEach(sql -> jdbc.sql(sql).update());
            for (int from = 1; from <= count; from += CHUNK) {
                summarise(from);
            }
        });
        jdbc.sql("vacuum analyze").update();
    }

    private void summarise(int from) {
        Map<String, String> mailboxes = jdbc
                .sql("select id, mailbox from bench_case where n >= :from and n < :before")
                .param("from", from)
                .param("before", from + CHUNK)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        SummaryFixture.make(dataSource, mailboxes.keySet(), mailboxes);
    }
}
