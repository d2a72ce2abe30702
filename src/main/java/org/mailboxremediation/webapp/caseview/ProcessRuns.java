package org.mailboxremediation.webapp.caseview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.webapp.QueryRefused;
import org.springframework.stereotype.Component;

/** The models that ran for a case: the procedure itself, what it called, and what was started beside it. */
@Component
final class ProcessRuns {

    private static final CaseRows.Rows ROWS = new CaseRows.Rows(
            "h.*, about.TEXT_ as DEVICE_",
            "ACT_HI_PROCINST h left join ACT_HI_VARINST about on about.PROC_INST_ID_ = h.ID_"
                    + " and about.EXECUTION_ID_ = h.ID_ and about.NAME_ = 'deviceId'",
            "true",
            "h.START_TIME_, h.ID_");

    private final CaseRows rows;
    private final RepositoryService repository;
    private final Devices devices;

    ProcessRuns(CaseRows rows, RepositoryService repository, Devices devices) {
        this.rows = rows;
        this.repository = repository;
        this.devices = devices;
    }

    /** A page of the case's runs, in the order in which they started. */
    Page<ProcessRun> of(String incidentId, PageQuery query) {
        Map<String, String> names = devices.of(incidentId).stream().collect(Collectors.toMap(Device::id, Device::name));
        Function<String, String> models = modelNames();
        return rows.page(incidentId, ROWS, query, (row, n) -> run(row, models, names));
    }

    /**
     * The run with that id, if it is the case's.
     *
     * @throws QueryRefused 404 if it is not
     */
    ProcessRun one(String incidentId, String processId) {
        CaseRows.Rows only = new CaseRows.Rows(ROWS.columns(), ROWS.table(), "h.ID_ = :id", ROWS.order());
        Function<String, String> models = modelNames();
        return rows.all(incidentId, only, processId, (row, n) -> run(row, models, Map.of())).stream()
                .findFirst()
                .orElseThrow(() -> QueryRefused.notFound("process of this case"));
    }

    private static ProcessRun run(ResultSet row, Function<String, String> models, Map<String, String> devices)
            throws SQLException {
        String device = row.getString("DEVICE_");
        return new ProcessRun(
                row.getString("ID_"),
                row.getString("PROC_DEF_ID_"),
                row.getString("PROC_DEF_KEY_"),
                models.apply(row.getString("PROC_DEF_ID_")),
                row.getString("SUPER_PROCESS_INSTANCE_ID_"),
                device == null ? null : devices.getOrDefault(device, device),
                CaseRows.instant(row, "START_TIME_"),
                CaseRows.instantOrNull(row, "END_TIME_"),
                Objects.requireNonNullElse(row.getString("STATE_"), ""));
    }

    /** What the models are called; few are deployed, and each is looked up once. */
    private Function<String, String> modelNames() {
        Map<String, String> names = repository.createProcessDefinitionQuery().list().stream()
                .filter(model -> model.getName() != null)
                .collect(Collectors.toMap(ProcessDefinition::getId, ProcessDefinition::getName));
        return id -> names.getOrDefault(id, id);
    }
}
