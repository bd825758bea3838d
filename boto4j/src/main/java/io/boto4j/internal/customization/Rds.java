package io.boto4j.internal.customization;

import io.boto4j.http.HttpRequest;
import io.boto4j.internal.call.CallRoad;
import io.boto4j.internal.call.Customization;
import io.boto4j.model.OperationModel;
import java.util.Map;

/**
 * RDS, Neptune and DocumentDB copy from another region only with a URL that asks that region for
 * the copy. It is made where the caller names the region as {@code SourceRegion}, which the service
 * itself does not know.
 */
final class Rds implements Customization {
  @Override
  public HttpRequest request(
      OperationModel operation, Map<String, ?> input, HttpRequest request, CallRoad road) {
    return input.containsKey(CrossRegionUrl.SOURCE_REGION) && asksThere(operation.name())
        ? CrossRegionUrl.ofRds(operation, input, request, road)
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
