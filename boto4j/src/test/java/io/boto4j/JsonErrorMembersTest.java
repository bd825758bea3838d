package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.error.ServiceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The members of errors whose shape and code have different names, such as CloudWatch's. */
final class JsonErrorMembersTest {
  private static final String BODY =
      "{\"__type\": \"InternalServiceFault\", \"Message\": \"sorry\"}";

  @Test
  void error_namedByItsShape_hasItsMembers() {
    ServiceException e = call(new Recorder().answer(500, BODY));

    assertThat(e.code()).isEqualTo("InternalServiceFault");
    assertThat(e.response()).containsEntry("Message", "sorry");
  }

  @Test
  void error_namedByShapeAndCode_hasItsMembers() {
    ServiceException e =
        call(
            new Recorder()
                .answer(500, BODY, "x-amzn-query-error", "InternalServiceError;Receiver"));

    assertThat(e.code()).isEqualTo("InternalServiceError");
    assertThat(e.response()).containsEntry("Message", "sorry");
  }

  @Test
  void error_namedLikeAShapeThatIsNone_hasNoMembers() {
    ServiceException e =
        call(new Recorder().answer(400, "{\"__type\": \"Dimension\", \"Name\": \"n\"}"));

    assertThat(e.response()).containsOnlyKeys("Error");
  }

  private static ServiceException call(Recorder recorder) {
    Client cloudwatch = Sessions.client("cloudwatch", recorder);
    return catchThrowableOfType(
        ServiceException.class,
        () -> cloudwatch.call("DeleteAlarms", Map.of("AlarmNames", List.of("a"))));
  }
}
