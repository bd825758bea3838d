package io.boto4j.resource;

import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.error.ServiceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * S3: the data of a bucket is in the list of all buckets, and that of an object in its head; both
 * transfer files.
 */
final class S3Custom implements Custom {
  @Override
  public boolean loads(String type) {
    return type.equals("Bucket") || type.equals("ObjectSummary");
  }

  @Override
  public List<String> actions(String type) {
    return type.equals("Bucket") || type.equals("Object") ? S3FileActions.NAMES : List.of();
  }

  @Override
  public @Nullable ActionResult run(Resource resource, String action, Map<String, ?> parameters) {
    if (!actions(resource.type()).contains(action)) {
      return null;
    }
    boolean ofBucket = resource.type().equals("Bucket");
    String bucket = String.valueOf(resource.get(ofBucket ? "name" : "bucket_name"));
    String key = ofBucket ? null : String.valueOf(resource.get("key"));
    return ActionResult.of(S3FileActions.run(resource.client(), action, parameters, bucket, key));
  }

  @Override
  public @Nullable Structure load(Resource resource, Map<String, ?> parameters) {
    return resource.type().equals("Bucket")
        ? bucket(resource, parameters)
        : summary(resource, parameters);
  }

  /** A bucket that is not listed may belong to another account: then it exists without data. */
  private static @Nullable Structure bucket(Resource bucket, Map<String, ?> parameters) {
    Object name = bucket.get("name");
    try {
      for (Response page : bucket.client().paginator("ListBuckets").pages(parameters)) {
        for (Structure each : page.structures("Buckets")) {
          if (String.valueOf(name).equals(each.text("Name"))) {
            return each;
          }
        }
      }
    } catch (ServiceException e) {
      if (!e.is("AccessDenied")) {
        throw e;
      }
    }
    bucket.client().call("HeadBucket", Params.of("Bucket", name));
    return Structures.of(Map.of());
  }

  /** The members of an object in a list, which calls the length Size. */
  private static Structure summary(Resource object, Map<String, ?> parameters) {
    Map<String, ?> input =
        Merge.replaceLists(
            Params.of("Bucket", object.get("bucket_name"), "Key", object.get("key")), parameters);
    Map<String, Object> data = new LinkedHashMap<>(object.client().call("HeadObject", input));
    Object length = data.remove("ContentLength");
    if (length != null) {
      data.put("Size", length);
    }
    return Structures.of(data);
  }
}
