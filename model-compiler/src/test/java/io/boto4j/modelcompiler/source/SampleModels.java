package io.boto4j.modelcompiler.source;

import java.util.LinkedHashMap;
import java.util.Map;

/** Models of a small service, in botocore's format and in Smithy's. */
final class SampleModels {
  private SampleModels() {}

  /** Returns botocore's data folder with the service {@code ledger}. */
  static Map<String, String> ledger(String... operations) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("ledger/2026-01-01/service-2.json", service("Ledger", operations));
    files.put("endpoints.json", "{\"partitions\": []}");
    return files;
  }

  static String service(String id, String... operations) {
    StringBuilder text = new StringBuilder();
    for (String operation : operations) {
      text.append(text.length() == 0 ? "" : ",");
      text.append(
          """
          "%s": {"name": "%s", "http": {"method": "POST", "requestUri": "/"}}
          """
              .formatted(operation, operation));
    }
    return """
        {"version": "2.0", "metadata": {"apiVersion": "2026-01-01", "endpointPrefix": "ledger",
          "jsonVersion": "1.0", "protocol": "json", "protocols": ["json"], "serviceId": "%s",
          "signatureVersion": "v4", "targetPrefix": "Ledger"},
         "operations": {%s}, "shapes": {}}
        """
        .formatted(id, text);
  }

  static String smithy(String... operations) {
    StringBuilder targets = new StringBuilder();
    StringBuilder shapes = new StringBuilder();
    for (String operation : operations) {
      targets.append(targets.length() == 0 ? "" : ", ");
      targets.append("{\"target\": \"com.example#").append(operation).append("\"}");
      shapes.append(", \"com.example#").append(operation);
      shapes.append(
          "\": {\"type\": \"operation\", \"input\": {\"target\": \"smithy.api#Unit\"}, \"output\": {\"target\": \"smithy.api#Unit\"}}");
    }
    return """
        {"smithy": "2.0", "shapes": {"com.example#Ledger": {"type": "service",
          "version": "2026-01-01", "operations": [%s],
          "traits": {"aws.api#service": {"sdkId": "Ledger", "endpointPrefix": "ledger"},
            "aws.auth#sigv4": {"name": "ledger"}, "aws.protocols#awsJson1_0": {}}}%s}}
        """
        .formatted(targets, shapes);
  }
}
