package io.boto4j.local;

import io.boto4j.local.cloudwatch.CloudWatchFactory;
import io.boto4j.local.dynamodb.DynamoDb;
import io.boto4j.local.dynamodb.streams.DynamoDbStreams;
import io.boto4j.local.ec2.Ec2Factory;
import io.boto4j.local.engine.EngineFactory;
import io.boto4j.local.events.EventsEngineFactory;
import io.boto4j.local.iam.IamFactory;
import io.boto4j.local.kms.KmsFactory;
import io.boto4j.local.logs.LogsFactory;
import io.boto4j.local.rds.RdsFactory;
import io.boto4j.local.s3.S3EngineFactory;
import io.boto4j.local.secretsmanager.SecretsManagerFactory;
import io.boto4j.local.ses.SesFactory;
import io.boto4j.local.sns.SnsEngineFactory;
import io.boto4j.local.sqs.SqsEngineFactory;
import io.boto4j.local.ssm.SsmFactory;
import io.boto4j.local.stepfunctions.StepFunctionsFactory;
import io.boto4j.local.sts.StsFactory;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engines of boto4j-local. */
final class Engines {
  private Engines() {}

  /**
   * Returns the factories of all engines.
   *
   * @param stateDelay the time that databases and instances take to change their state; null for
   *     each engine's own
   */
  static List<EngineFactory> all(@Nullable Duration stateDelay) {
    return List.of(
        new CloudWatchFactory(),
        new DynamoDb(),
        new DynamoDbStreams(),
        stateDelay == null ? new Ec2Factory() : new Ec2Factory(stateDelay),
        new EventsEngineFactory(),
        new IamFactory(),
        new KmsFactory(),
        stateDelay == null ? new RdsFactory() : new RdsFactory(stateDelay),
        new S3EngineFactory(),
        new LogsFactory(),
        new SecretsManagerFactory(),
        new SesFactory(),
        new SnsEngineFactory(),
        new SqsEngineFactory(),
        new SsmFactory(),
        new StepFunctionsFactory(),
        new StsFactory());
  }
}
