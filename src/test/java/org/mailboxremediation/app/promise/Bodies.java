package org.mailboxremediation.app.promise;

import java.util.LinkedHashMap;
import java.util.Map;

/** What somebody who means it would send along. */
final class Bodies {

    /** By how the path ends; the first that fits. */
    private static final Map<String, String> PLAUSIBLE = new LinkedHashMap<>();

    static {
        PLAUSIBLE.put("/claim", "{\"userId\":\"auditor\"}");
        PLAUSIBLE.put("/assignee", "{\"userId\":\"auditor\"}");
        PLAUSIBLE.put("/delegate", "{\"userId\":\"auditor\"}");
        PLAUSIBLE.put("/submit-form", "{\"variables\":{\"devices\":{\"value\":\"[]\",\"type\":\"Json\"}}}");
        PLAUSIBLE.put("/complete", "{\"variables\":{\"devices\":{\"value\":\"[]\",\"type\":\"Json\"}}}");
        PLAUSIBLE.put("/comment/create", "{\"message\":\"I was here\"}");
        PLAUSIBLE.put("/comment", "{\"id\":\"x\",\"message\":\"I was here\"}");
        PLAUSIBLE.put("/identity-links", "{\"userId\":\"auditor\",\"type\":\"candidate\"}");
        PLAUSIBLE.put("/variables", "{\"modifications\":{\"scanClean\":{\"value\":true,\"type\":\"Boolean\"}}}");
        PLAUSIBLE.put("/localVariables", "{\"modifications\":{\"scanClean\":{\"value\":true,\"type\":\"Boolean\"}}}");
        PLAUSIBLE.put("}/suspended", "{\"suspended\":true}");
        PLAUSIBLE.put(
                "/process-instance/suspended",
                "{\"suspended\":true,\"processDefinitionKey\":\"SecureMailboxProcess\"}");
        PLAUSIBLE.put(
                "/process-definition/suspended",
                "{\"suspended\":true,\"processDefinitionKey\":\"SecureMailboxProcess\"}");
        PLAUSIBLE.put(
                "/job-definition/suspended", "{\"suspended\":true,\"processDefinitionKey\":\"SecureMailboxProcess\"}");
        PLAUSIBLE.put("/job/suspended", "{\"suspended\":true,\"processDefinitionKey\":\"SecureMailboxProcess\"}");
        PLAUSIBLE.put("/retries", "{\"retries\":3}");
        PLAUSIBLE.put("/duedate", "{\"duedate\":\"2030-01-01T00:00:00.000+0000\"}");
        PLAUSIBLE.put("/priority", "{\"priority\":1}");
        PLAUSIBLE.put(
                "/modification", "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"UserTask_ListDevices\"}]}");
        PLAUSIBLE.put("/history-time-to-live", "{\"historyTimeToLive\":1}");
        PLAUSIBLE.put("/message", "{\"messageName\":\"Message_EndingConfirmed\",\"all\":true}");
        PLAUSIBLE.put("/signal", "{\"name\":\"x\"}");
        PLAUSIBLE.put("/start", "{\"businessKey\":\"x\"}");
        PLAUSIBLE.put("/delete", "{\"historicProcessInstanceIds\":[\"x\"],\"processInstanceIds\":[\"x\"]}");
        PLAUSIBLE.put("/password", "{\"password\":\"Mallory-1\",\"authenticatedUserPassword\":\"auditor-sandbox\"}");
        PLAUSIBLE.put("/profile", "{\"id\":\"admin\",\"firstName\":\"Mallory\"}");
        PLAUSIBLE.put(
                "/user/create", "{\"profile\":{\"id\":\"mallory\"},\"credentials\":{\"password\":\"Mallory-1\"}}");
        PLAUSIBLE.put("/group/create", "{\"id\":\"mallory\",\"name\":\"m\",\"type\":\"x\"}");
        PLAUSIBLE.put("/filter/create", "{\"name\":\"mine\",\"resourceType\":\"Task\",\"query\":{}}");
        PLAUSIBLE.put(
                "/authorization/create",
                "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"auditor\",\"resourceType\":6,\"resourceId\":\"*\"}");
        PLAUSIBLE.put("/reveal", "{\"pin\":\"123456\"}");
        PLAUSIBLE.put("/count", "{}");
    }

    private Bodies() {}

    static String of(ResourceRoutes.Route route) {
        if (route.consumes().startsWith("application/x-www-form-urlencoded")) {
            return "a=b";
        }
        return PLAUSIBLE.entrySet().stream()
                .filter(end -> route.template().endsWith(end.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("{}");
    }
}
