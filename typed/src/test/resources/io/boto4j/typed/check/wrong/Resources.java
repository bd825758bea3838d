import io.boto4j.Session;
import io.boto4j.resource.Resource;
import java.util.Map;

class Resources {
  void wrong(Session session) {
    Resource s3 = session.resource("s3");
    Resource bucket = s3.resource("Bucket", "b");
    s3.resource("Buckt", "b");
    bucket.collection("object");
    for (Resource object : bucket.collection("objects").filter(Map.of()).limit(3)) {
      object.action("remove");
      object.text("last_modifid");
    }
    bucket.collection("objects").stream().forEach(o -> o.action("copi"));
    bucket.waitUntil("exist");
    bucket.client().call("GetObjec");
  }
}
