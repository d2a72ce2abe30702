package org.mailboxremediation.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Devices;
import org.springframework.stereotype.Component;

/** The devices that still need a scan and are not being scanned already. */
@Component
public final class UnsettledDevices {

    private final Devices devices;
    private final RuntimeService runtime;

    UnsettledDevices(Devices devices, RuntimeService runtime) {
        this.devices = devices;
        this.runtime = runtime;
    }

    public List<String> of(DelegateExecution execution) {
        Set<String> underWay = underWay(execution.getProcessBusinessKey());
        return devices.of(execution.getProcessBusinessKey()).stream()
                .filter(device -> !device.settled())
                .map(Device::id)
                .filter(id -> !underWay.contains(id))
                .toList();
    }

    private Set<String> underWay(String incidentId) {
        String[] scanning = runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("ScanDeviceProcess")
                .processInstanceBusinessKey(incidentId)
                .list()
                .stream()
                .map(p -> p.getProcessInstanceId())
                .toArray(String[]::new);
        if (scanning.length == 0) {
            return Set.of();
        }
        return runtime
                .createVariableInstanceQuery()
                .variableName("deviceId")
                .processInstanceIdIn(scanning)
                .list()
                .stream()
                .map(VariableInstance::getValue)
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }
}
