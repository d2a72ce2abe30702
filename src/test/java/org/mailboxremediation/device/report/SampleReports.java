package org.mailboxremediation.device.report;

/** Whole, clean reports in the shapes that the tools write: a scan from 10:00 to 11:00 UTC on 2 March 2026. */
final class SampleReports {

    static final String DEVICE = "0b8d7f1e-5a0c-4f7e-9d51-2f6f0c1f8a10";

    static final String CLAMSCAN = """
            Device: 0b8d7f1e-5a0c-4f7e-9d51-2f6f0c1f8a10
            Identifier: LT-0001
            Scope: full
            Time zone: +00:00
            ClamAV 1.4.6/27927/Sun Mar  1 07:24:10 2026
            /home/alice/report.pdf: OK
            /home/alice/empty: Empty file
            /proc: Excluded

            ----------- SCAN SUMMARY -----------
            Known viruses: 8708688
            Engine version: 1.4.6
            Scanned directories: 4021
            Scanned files: 31877
            Infected files: 0
            Data scanned: 5120.40 MB
            Data read: 9000.12 MB (ratio 0.57:1)
            Time: 3600.000 sec (60 m 0 s)
            Start Date: 2026:03:02 10:00:00
            End Date:   2026:03:02 11:00:00
            """;

    static final String CLAMDSCAN = """
            Device: 0b8d7f1e-5a0c-4f7e-9d51-2f6f0c1f8a10
            Scope: full
            Time zone: Europe/Berlin
            Files: 31877
            Signatures: 2026-03-01T07:24:10Z
            ClamAV 1.4.6
            /: OK

            ----------- SCAN SUMMARY -----------
            Infected files: 0
            Time: 3600.000 sec (60 m 0 s)
            Start Date: 2026:03:02 11:00:00
            End Date:   2026:03:02 12:00:00
            """;

    static final String DEFENDER = """
            {"machineAction": {
              "id": "5382f7ea-7557-4ab7-9782-d50480024a4e", "type": "RunAntiVirusScan", "scope": "Full",
              "requestor": "analyst@example.com",
              "requestorComment": "Device: 0b8d7f1e-5a0c-4f7e-9d51-2f6f0c1f8a10",
              "status": "Succeeded", "machineId": "7b1f4967d9728e5aa3c06a9e617a22a4a5a17378",
              "computerDnsName": "LT-0001",
              "creationDateTimeUtc": "2026-03-02T10:00:00.2262283Z",
              "lastUpdateDateTimeUtc": "2026-03-02T11:00:00.6596267Z", "relatedFileInfo": null},
             "alerts": {"@odata.context": "https://api.example.com/api/$metadata#Alerts", "value": []},
             "antivirusHealth": {"machineId": "7b1f4967d9728e5aa3c06a9e617a22a4a5a17378",
              "avEngineVersion": "1.1.23100.2009", "avSignatureVersion": "1.399.1796.0",
              "avSignaturePublishTime": "2026-03-01T07:24:10Z"}}
            """;

    static final String ALERTS = """
            {"@odata.context": "https://api.example.com/api/$metadata#Alerts", "value": [
              {"id": "da637472900382838869_1364969609", "severity": "High", "status": "New",
               "classification": null, "title": "Malware was found", "threatName": "Trojan.Sample",
               "alertCreationTime": "2026-03-02T10:30:00Z", "lastEventTime": "2026-03-02T10:29:00Z",
               "machineId": "7b1f4967d9728e5aa3c06a9e617a22a4a5a17378", "computerDnsName": "LT-0001"}]}
            """;

    static final String OCSF = """
            {"class_uid": 6007, "category_uid": 6, "activity_id": 2, "type_uid": 600702, "severity_id": 1,
             "time": 1772449200000, "start_time": 1772445600000, "end_time": 1772449200000,
             "scan": {"type_id": 1, "type": "Full", "uid": "weekly-17"}, "num_files": 31877, "num_detections": 0,
             "num_resolutions": 0, "num_skipped_items": 0,
             "device": {"uid": "LT-0001", "hostname": "lt-0001.example.com", "type_id": 3},
             "metadata": {"version": "1.3.0", "product": {"name": "Scanner", "version": "7.2", "vendor_name": "Sample"}},
             "unmapped": {"signatures": "27927", "signatures_date": "2026-03-01T07:24:10Z",
                          "nonce": "0b8d7f1e-5a0c-4f7e-9d51-2f6f0c1f8a10"}}
            """;

    private SampleReports() {}
}
