package io.boto4j.internal.customization;

import io.boto4j.http.HttpRequest;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.model.OperationModel;
import java.util.Map;

/**
 * RDS, Neptune and DocumentDB copy from another region only with a URL that requests the copy from
 * that region. The URL is created if the caller passes the region as {@code SourceRegion}, a
 * parameter that the service itself does not have.
 */
final class Rds implements Customization {
  @Override
  public HttpRequest request(
      OperationModel operation,
      Map<String, ?> input,
      HttpRequest request,
      CustomizationClient client) {
    return input.containsKey(CrossRegionUrl.SOURCE_REGION) && asksThere(operation.name())
        ? CrossRegionUrl.ofRds(operation, input, request, client)
        : request;
  }

  private static boolean asksThere(String operation) {
    return switch (operation) {
      case "CopyDBClusterSnapshot",
          "CopyDBSnapshot",
          "CreateDBCluster",
          "CreateDBInstanceReadReplica",
          "StartDBInstanceAutomatedBackupsReplication" ->
          true;
      default -> false;
    };
  }
}
