package io.boto4j.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.error.BatchActionException;
import io.boto4j.error.ResourceLoadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ResourceCollectionTest {
  private final Calls s3 = new Calls("s3");
  private final Calls ec2 = new Calls("ec2");
  private final Resource bucket = s3.root().resource("Bucket", "b");

  private static Map<String, Object> page(boolean more, String... keys) {
    List<Map<String, String>> contents = new ArrayList<>();
    for (String key : keys) {
      contents.add(Map.of("Key", key));
    }
    String last = keys.length == 0 ? "z" : keys[keys.length - 1];
    return Map.of("Contents", contents, "IsTruncated", more, "NextMarker", last);
  }

  private ResourceCollection twoPages() {
    s3.answer("ListObjects", page(true, "a", "c")).answer("ListObjects", page(false, "d"));
    return bucket.collection("objects");
  }

  @Test
  void iteration_allPages_requestsEachWhenReached() {
    ResourceCollection objects = twoPages();
    assertThat(s3.made()).isEmpty();

    assertThat(objects).extracting(each -> each.text("key")).containsExactly("a", "c", "d");

    assertThat(s3.made())
        .containsExactly("ListObjects{Bucket=b}", "ListObjects{Bucket=b, Marker=c}");
  }

  @Test
  void elements_haveTheDataOfTheList() {
    s3.answer("ListObjects", Map.of("Contents", List.of(Map.of("Key", "a", "Size", 3L))));

    Resource object = bucket.collection("objects").first().orElseThrow();

    assertThat(object).hasToString("s3.ObjectSummary(bucket_name='b', key='a')");
    assertThat(object.longInteger("size")).isEqualTo(3);
    assertThat(object.text("storage_class")).isNull();
    assertThat(s3.made()).hasSize(1);
  }

  @Test
  void limit_withinAPage_endsThere() {
    assertThat(twoPages().limit(2)).hasSize(2);
    assertThat(s3.made()).hasSize(1);
    assertThat(bucket.collection("objects").limit(0)).isEmpty();
    assertThat(s3.made()).hasSize(1);
  }

  @Test
  void pages_limited_areCut() {
    assertThat(twoPages().pageSize(2).limit(3).pages())
        .extracting(List::size)
        .containsExactly(2, 1);
    assertThat(s3.made().get(0)).isEqualTo("ListObjects{Bucket=b, MaxKeys=2}");
  }

  @Test
  void filter_twice_appendsListsAndReplacesTheRest() {
    ec2.answer("DescribeInstances", Map.of());
    Map<String, Object> running =
        Map.of("Name", "instance-state-name", "Values", List.of("running"));
    Map<String, Object> web = Map.of("Name", "tag:Name", "Values", List.of("web"));

    assertThat(
            ec2.root()
                .resource("Subnet", "s-1")
                .collection("instances")
                .filter(Map.of("Filters", List.of(running), "DryRun", true))
                .filter(Map.of("Filters", List.of(web), "DryRun", false)))
        .isEmpty();

    assertThat(ec2.made().get(0))
        .contains("Filters=[{Name=subnet-id, Values=[s-1]}, {")
        .contains("instance-state-name")
        .contains("tag:Name")
        .contains("DryRun=false");
  }

  @Test
  void operation_withoutPages_isOneCall() {
    Calls iam = new Calls("iam");
    iam.answer(
        "ListVirtualMFADevices",
        Map.of("VirtualMFADevices", List.of(Map.of("SerialNumber", "arn:mfa/1234"))));

    assertThat(iam.root().collection("virtual_mfa_devices").toList())
        .hasToString("[iam.VirtualMfaDevice(serial_number='arn:mfa/1234')]");
  }

  @Test
  void versionsAndMarkers_areOneCollection() {
    s3.answer(
        "ListObjectVersions",
        Map.of(
            "Versions", List.of(Map.of("Key", "a", "VersionId", "1")),
            "DeleteMarkers", List.of(Map.of("Key", "b", "VersionId", "2"))));
    assertThat(bucket.collection("object_versions").toList())
        .hasToString(
            "[s3.ObjectVersion(bucket_name='b', object_key='a', id='1'),"
                + " s3.ObjectVersion(bucket_name='b', object_key='b', id='2')]");
  }

  @Test
  void batch_pairsOfParameters_belongToOneElement() {
    s3.answer(
            "ListObjectVersions",
            Map.of(
                "Versions",
                List.of(
                    Map.of("Key", "a", "VersionId", "1"), Map.of("Key", "b", "VersionId", "2"))))
        .answer("DeleteObjects", Map.of());

    bucket.collection("object_versions").batch("delete", Map.of("Delete", Map.of("Quiet", true)));

    assertThat(s3.made().get(1))
        .isEqualTo(
            "DeleteObjects{Bucket=b, Delete={Objects="
                + "[{Key=a, VersionId=1}, {Key=b, VersionId=2}], Quiet=true}}");
  }

  @Test
  void batch_emptyPages_areSkippedAndNotTheEnd() {
    s3.answer("ListObjects", page(true))
        .answer("ListObjects", page(false, "x"))
        .answer("DeleteObjects", Map.of());

    assertThat(bucket.collection("objects").batch("delete")).hasSize(1);
  }

  @Test
  void batch_someItemsFail_allAreReportedAfterTheLastPage() {
    s3.answer("ListObjects", page(true, "a"))
        .answer("DeleteObjects", failed("a"))
        .answer("ListObjects", page(false, "c", "d"))
        .answer("DeleteObjects", failed("c"));

    BatchActionException failure =
        catchThrowableOfType(
            BatchActionException.class, () -> bucket.collection("objects").batch("delete"));

    assertThat(failure.failures()).extracting(each -> each.text("Key")).containsExactly("a", "c");
    assertThat(failure.responses()).hasSize(2);
    assertThat(failure)
        .hasMessageStartingWith(
            "DeleteObjects failed for 2 items of type s3.ObjectSummary\n  {Key=a,");
  }

  private static Map<String, Object> failed(String key) {
    return Map.of("Errors", List.of(Map.of("Key", key, "Code", "AccessDenied")));
  }

  @Test
  void batch_unknown_listsWhatThereIs() {
    assertThatThrownBy(() -> bucket.collection("objects").batch("destroy"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("s3.ObjectSummary has no batch action 'destroy'. It has delete.");
    assertThat(bucket.collection("objects").batchActions()).containsExactly("delete");
    assertThat(s3.made()).isEmpty();
  }

  @Test
  void batch_dataThatCannotBeLoaded_isAnError() {
    Calls sqs = new Calls("sqs");
    Resource message = sqs.root().resource("Message", "u", "handle");
    Parameters parameters = new Parameters();

    assertThatThrownBy(
            () ->
                parameters.fill(
                    message.meta().resourceModel().batchActions().get(0).parameters(),
                    message.scope(),
                    0))
        .isInstanceOf(ResourceLoadException.class);
  }

  @Test
  void limits_outOfRange_areRefused() {
    ResourceCollection objects = bucket.collection("objects");
    assertThatThrownBy(() -> objects.limit(-1)).hasMessage("limit is -1, and must be at least 0");
    assertThatThrownBy(() -> objects.pageSize(0))
        .hasMessage("pageSize is 0, and must be at least 1");
  }

  @Test
  void stream_isLazy() {
    assertThat(twoPages().stream().map(each -> each.text("key")).findFirst()).contains("a");
    assertThat(s3.made()).hasSize(1);
  }
}
