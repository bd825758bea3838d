package io.boto4j.local.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The error codes of services that answered in the query protocol before they answered in JSON.
 * Clients still receive them, in the header {@code x-amzn-query-error}, and the models do not have
 * them.
 */
final class QueryCodes {
  private static final String PREFIX = "AWS.SimpleQueueService.";

  private static final Map<String, String> SQS =
      Map.ofEntries(
          Map.entry("BatchEntryIdsNotDistinct", PREFIX + "BatchEntryIdsNotDistinct"),
          Map.entry("BatchRequestTooLong", PREFIX + "BatchRequestTooLong"),
          Map.entry("EmptyBatchRequest", PREFIX + "EmptyBatchRequest"),
          Map.entry("InvalidBatchEntryId", PREFIX + "InvalidBatchEntryId"),
          Map.entry("KmsAccessDenied", "KMS.AccessDeniedException"),
          Map.entry("KmsDisabled", "KMS.DisabledException"),
          Map.entry("KmsInvalidKeyUsage", "KMS.InvalidKeyUsageException"),
          Map.entry("KmsInvalidState", "KMS.InvalidStateException"),
          Map.entry("KmsNotFound", "KMS.NotFoundException"),
          Map.entry("KmsOptInRequired", "KMS.OptInRequired"),
          Map.entry("KmsThrottled", "KMS.ThrottlingException"),
          Map.entry("MessageNotInflight", PREFIX + "MessageNotInflight"),
          Map.entry("PurgeQueueInProgress", PREFIX + "PurgeQueueInProgress"),
          Map.entry("QueueDeletedRecently", PREFIX + "QueueDeletedRecently"),
          Map.entry("QueueDoesNotExist", PREFIX + "NonExistentQueue"),
          Map.entry("QueueNameExists", "QueueAlreadyExists"),
          Map.entry("TooManyEntriesInBatchRequest", PREFIX + "TooManyEntriesInBatchRequest"),
          Map.entry("UnsupportedOperation", PREFIX + "UnsupportedOperation"));

  private QueryCodes() {}

  /**
   * Returns the code of an error in the query protocol.
   *
   * @param service the service, such as {@code sqs}
   * @param code the name of the error's shape
   * @return the code, or null if it is the same or in the model
   */
  static @Nullable String of(String service, String code) {
    return service.equals("sqs") ? SQS.get(code) : null;
  }
}
