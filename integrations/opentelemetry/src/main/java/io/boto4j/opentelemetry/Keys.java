package io.boto4j.opentelemetry;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/**
 * The names of the semantic conventions, version 1.45. The artifact that defines most of them is
 * experimental and changes incompatibly, so that it is a dependency of the tests alone.
 */
final class Keys {
  static final AttributeKey<String> RPC_SYSTEM_NAME = stringKey("rpc.system.name");
  static final AttributeKey<String> RPC_METHOD = stringKey("rpc.method");
  static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");
  static final AttributeKey<String> EXCEPTION_TYPE = stringKey("exception.type");
  static final AttributeKey<String> SERVER_ADDRESS = stringKey("server.address");
  static final AttributeKey<Long> SERVER_PORT = longKey("server.port");
  static final AttributeKey<String> HTTP_METHOD = stringKey("http.request.method");
  static final AttributeKey<Long> HTTP_STATUS = longKey("http.response.status_code");
  static final AttributeKey<Long> HTTP_RESEND_COUNT = longKey("http.request.resend_count");
  static final AttributeKey<String> CLOUD_REGION = stringKey("cloud.region");
  static final AttributeKey<String> REQUEST_ID = stringKey("aws.request_id");
  static final AttributeKey<String> EXTENDED_REQUEST_ID = stringKey("aws.extended_request_id");

  static final AttributeKey<String> DB_SYSTEM_NAME = stringKey("db.system.name");
  static final AttributeKey<List<String>> DYNAMODB_TABLE_NAMES =
      stringArrayKey("aws.dynamodb.table_names");
  static final AttributeKey<Boolean> DYNAMODB_CONSISTENT_READ =
      booleanKey("aws.dynamodb.consistent_read");
  static final AttributeKey<String> DYNAMODB_PROJECTION = stringKey("aws.dynamodb.projection");
  static final AttributeKey<List<String>> DYNAMODB_ATTRIBUTES_TO_GET =
      stringArrayKey("aws.dynamodb.attributes_to_get");
  static final AttributeKey<Long> DYNAMODB_LIMIT = longKey("aws.dynamodb.limit");
  static final AttributeKey<String> DYNAMODB_INDEX_NAME = stringKey("aws.dynamodb.index_name");
  static final AttributeKey<String> DYNAMODB_SELECT = stringKey("aws.dynamodb.select");
  static final AttributeKey<Boolean> DYNAMODB_SCAN_FORWARD =
      booleanKey("aws.dynamodb.scan_forward");
  static final AttributeKey<Long> DYNAMODB_SEGMENT = longKey("aws.dynamodb.segment");
  static final AttributeKey<Long> DYNAMODB_TOTAL_SEGMENTS = longKey("aws.dynamodb.total_segments");
  static final AttributeKey<Long> DYNAMODB_COUNT = longKey("aws.dynamodb.count");
  static final AttributeKey<Long> DYNAMODB_SCANNED_COUNT = longKey("aws.dynamodb.scanned_count");
  static final AttributeKey<Long> DYNAMODB_TABLE_COUNT = longKey("aws.dynamodb.table_count");
  static final AttributeKey<String> DYNAMODB_EXCLUSIVE_START_TABLE =
      stringKey("aws.dynamodb.exclusive_start_table");
  static final AttributeKey<Double> DYNAMODB_READ_CAPACITY =
      doubleKey("aws.dynamodb.provisioned_read_capacity");
  static final AttributeKey<Double> DYNAMODB_WRITE_CAPACITY =
      doubleKey("aws.dynamodb.provisioned_write_capacity");
  static final AttributeKey<List<String>> DYNAMODB_CONSUMED_CAPACITY =
      stringArrayKey("aws.dynamodb.consumed_capacity");

  static final AttributeKey<String> S3_BUCKET = stringKey("aws.s3.bucket");
  static final AttributeKey<String> S3_KEY = stringKey("aws.s3.key");
  static final AttributeKey<String> S3_COPY_SOURCE = stringKey("aws.s3.copy_source");
  static final AttributeKey<String> S3_DELETE = stringKey("aws.s3.delete");
  static final AttributeKey<String> S3_UPLOAD_ID = stringKey("aws.s3.upload_id");
  static final AttributeKey<Long> S3_PART_NUMBER = longKey("aws.s3.part_number");

  static final AttributeKey<String> MESSAGING_SYSTEM = stringKey("messaging.system.name");
  static final AttributeKey<String> MESSAGING_OPERATION_NAME =
      stringKey("messaging.operation.name");
  static final AttributeKey<String> MESSAGING_OPERATION_TYPE =
      stringKey("messaging.operation.type");
  static final AttributeKey<String> MESSAGING_DESTINATION = stringKey("messaging.destination.name");
  static final AttributeKey<String> MESSAGING_MESSAGE_ID = stringKey("messaging.message.id");
  static final AttributeKey<Long> MESSAGING_BATCH_COUNT = longKey("messaging.batch.message_count");
  static final AttributeKey<String> SQS_QUEUE_URL = stringKey("aws.sqs.queue.url");
  static final AttributeKey<String> SNS_TOPIC_ARN = stringKey("aws.sns.topic.arn");

  static final AttributeKey<String> FAAS_INVOKED_NAME = stringKey("faas.invoked_name");
  static final AttributeKey<String> FAAS_INVOKED_PROVIDER = stringKey("faas.invoked_provider");
  static final AttributeKey<String> FAAS_INVOKED_REGION = stringKey("faas.invoked_region");
  static final AttributeKey<String> LAMBDA_MAPPING_ID = stringKey("aws.lambda.resource_mapping.id");
  static final AttributeKey<String> KINESIS_STREAM_NAME = stringKey("aws.kinesis.stream_name");
  static final AttributeKey<String> SECRET_ARN = stringKey("aws.secretsmanager.secret.arn");
  static final AttributeKey<String> STATE_MACHINE_ARN =
      stringKey("aws.step_functions.state_machine.arn");
  static final AttributeKey<String> ACTIVITY_ARN = stringKey("aws.step_functions.activity.arn");

  private Keys() {}

  /** The names before version 1.39, which some backends still read. Both are deprecated. */
  static final class Earlier {
    static final AttributeKey<String> RPC_SYSTEM = stringKey("rpc.system");
    static final AttributeKey<String> RPC_SERVICE = stringKey("rpc.service");

    private Earlier() {}
  }
}
