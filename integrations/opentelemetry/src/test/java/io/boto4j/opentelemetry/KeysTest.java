package io.boto4j.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.semconv.DbAttributes;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.ExceptionAttributes;
import io.opentelemetry.semconv.HttpAttributes;
import io.opentelemetry.semconv.RpcAttributes;
import io.opentelemetry.semconv.ServerAttributes;
import io.opentelemetry.semconv.incubating.AwsIncubatingAttributes;
import io.opentelemetry.semconv.incubating.CloudIncubatingAttributes;
import io.opentelemetry.semconv.incubating.DbIncubatingAttributes;
import io.opentelemetry.semconv.incubating.FaasIncubatingAttributes;
import io.opentelemetry.semconv.incubating.MessagingIncubatingAttributes;
import io.opentelemetry.semconv.incubating.RpcIncubatingAttributes;
import io.opentelemetry.semconv.incubating.RpcIncubatingMetrics;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every name that is used is in the semantic conventions, and not deprecated. */
final class KeysTest {
  private static final List<Class<?>> CONVENTIONS =
      List.of(
          RpcAttributes.class,
          ErrorAttributes.class,
          ExceptionAttributes.class,
          ServerAttributes.class,
          HttpAttributes.class,
          DbAttributes.class,
          AwsIncubatingAttributes.class,
          CloudIncubatingAttributes.class,
          FaasIncubatingAttributes.class,
          MessagingIncubatingAttributes.class);

  private static List<AttributeKey<?>> keys(Class<?> type, boolean deprecated)
      throws IllegalAccessException {
    List<AttributeKey<?>> keys = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (AttributeKey.class.isAssignableFrom(field.getType())
          && field.isAnnotationPresent(Deprecated.class) == deprecated) {
        keys.add((AttributeKey<?>) field.get(null));
      }
    }
    return keys;
  }

  @Test
  void keys_areInTheConventionsAndNotDeprecated() throws IllegalAccessException {
    Set<AttributeKey<?>> known = new HashSet<>();
    for (Class<?> each : CONVENTIONS) {
      known.addAll(keys(each, /* deprecated= */ false));
    }
    List<AttributeKey<?>> used = keys(Keys.class, /* deprecated= */ false);
    assertThat(used).hasSizeGreaterThan(40);
    assertThat(known).containsAll(used);
  }

  @Test
  void earlierKeys_areInTheConventionsAndDeprecated() throws IllegalAccessException {
    assertThat(keys(RpcIncubatingAttributes.class, /* deprecated= */ true))
        .containsAll(keys(Keys.Earlier.class, /* deprecated= */ false));
  }

  @Test
  void values_areThoseOfTheConventions() {
    assertThat(SqsConvention.SYSTEM)
        .isEqualTo(MessagingIncubatingAttributes.MessagingSystemNameIncubatingValues.AWS_SQS);
    assertThat(DynamoDbConvention.SYSTEM)
        .isEqualTo(DbIncubatingAttributes.DbSystemNameIncubatingValues.AWS_DYNAMODB);
    assertThat(SnsConvention.SYSTEM)
        .isEqualTo(MessagingIncubatingAttributes.MessagingSystemNameIncubatingValues.AWS_SNS);
  }

  @Test
  void durationOfCalls_isTheMetricOfTheConventions() {
    assertThat(CallMetrics.DURATION).isEqualTo(RpcIncubatingMetrics.RPC_CLIENT_CALL_DURATION_NAME);
    assertThat(RpcIncubatingMetrics.RPC_CLIENT_CALL_DURATION_UNIT).isEqualTo("s");
  }
}
