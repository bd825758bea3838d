package io.boto4j.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which operations may be carried out twice: examples, and all operations of all services. */
final class RepeatableTest {
  private static final ModelLoader MODELS = ModelLoader.builtIn();

  private static OperationModel operation(String service, String name) {
    return Objects.requireNonNull(MODELS.find(service)).operation(name);
  }

  @ParameterizedTest
  @CsvSource({
    "dynamodb, GetItem, true",
    "dynamodb, BatchGetItem, true",
    "dynamodb, TransactGetItems, true",
    "dynamodb, TransactWriteItems, true",
    "dynamodb, UpdateItem, false",
    "dynamodb, PutItem, false",
    "dynamodb, ExecuteStatement, false",
    "s3, CompleteMultipartUpload, true",
    "s3, CreateMultipartUpload, false",
    "s3, DeleteObjects, true",
    "s3, PutObject, true",
    "s3, CreateBucket, true",
    "s3, CopyObject, true",
    "s3, UploadPart, true",
    "kms, Decrypt, true",
    "kms, ReEncrypt, true",
    "kms, GenerateDataKey, true",
    "kms, Sign, true",
    "kms, CreateKey, false",
    "cognito-idp, SignUp, false",
    "cognito-idp, AdminGetUser, true",
    "cognito-idp, AdminCreateUser, false",
    "logs, FilterLogEvents, true",
    "logs, PutLogEvents, false",
    "sqs, ReceiveMessage, true",
    "sqs, SendMessage, false",
    "sts, AssumeRole, true",
    "connect, CreateUser, false",
    "lexv2-models, UpdateBot, true",
    "kafka, RebootBroker, false",
    "license-manager, CheckInLicense, false",
    "support, ResolveCase, false",
    "ec2, RunInstances, true",
    "ec2, TerminateInstances, false",
    "lambda, Invoke, false",
    "clouddirectory, BatchWrite, false",
    "devops-guru, AddNotificationChannel, false",
    "gameliftstreams, ExportStreamSessionFiles, false",
    "bedrock-agent-runtime, CreateSession, false",
    "inspector2, SendCisSessionTelemetry, false",
    "sagemaker-metrics, BatchPutMetrics, false",
    "cognito-idp, GetUserAttributeVerificationCode, false",
    "iot, AddThingToThingGroup, true",
    "tnb, ValidateSolNetworkPackageContent, true",
    "backup, CreateBackupVault, true",
  })
  void operation_mayBeRepeated(String service, String name, boolean repeatable) {
    OperationModel operation = operation(service, name);
    assertThat(Repeatable.is(operation, operation.httpMethod())).isEqualTo(repeatable);
  }

  /**
   * The names decide only where traits, tokens and methods do not. Whatever changes in the list is
   * to be reviewed: may it be carried out twice without harm?
   */
  @Test
  void operations_thatNamesDecide_areTheReviewedOnes() throws IOException {
    assertThat(decidedByName()).containsExactlyInAnyOrderElementsOf(reviewed());
  }

  /** Returns lines such as {@code POST kms.Decrypt yes} and {@code PUT connect.CreateUser no}. */
  private static Set<String> decidedByName() {
    Set<String> lines = new TreeSet<>();
    for (String service : MODELS.services()) {
      ServiceModel model = Objects.requireNonNull(MODELS.find(service));
      for (String name : model.operationNames()) {
        String method = model.operation(name).httpMethod();
        boolean repeated = Repeatable.is(model.operation(name), method);
        boolean put = method.equals("PUT");
        if (repeated != put && !isUsual(model.operation(name), method)) {
          lines.add(method + " " + service + "." + name + (repeated ? " yes" : " no"));
        }
      }
    }
    return lines;
  }

  /** Whether something other than the long lists of names decides. */
  private static boolean isUsual(OperationModel operation, String method) {
    return List.of("GET", "HEAD", "DELETE").contains(method)
        || operation.traits().flag("readonly")
        || (operation.traits().flag("idempotent") && !method.equals("PUT"))
        || operation.name().matches("(BatchGet|Get|List|Describe|Query|Scan|Head|Tag|Untag).*")
        || (operation.input() != null
            && operation.input().members().stream()
                .anyMatch(member -> member.traits().flag("idempotencyToken")));
  }

  private static List<String> reviewed() throws IOException {
    try (InputStream file = RepeatableTest.class.getResourceAsStream("decided-by-name.txt")) {
      List<String> lines =
          new ArrayList<>(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
      lines.removeIf(line -> line.isEmpty() || line.startsWith("#"));
      return lines;
    }
  }
}
