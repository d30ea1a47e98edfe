import java.nio.file.Path;
import java.util.Map;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/** One Elasticsearch node on loopback. Arguments: home folder, HTTP port, transport port. */
public class Start {
    public static void main(String[] args) throws Exception {
        LogConfigurator.configureESLogging(); // first: without it the loggers have no factory
        Path home = Path.of(args[0]);
        Settings settings = Settings.builder()
            .put("path.home", home.toString())
            .put("cluster.name", "kennisplatform")
            .put("node.name", "een")
            .put("discovery.type", "single-node")
            .put("network.host", "127.0.0.1")
            .put("http.port", args[1])
            .put("transport.port", args[2])
            .put("http.type", "netty4")
            .put("transport.type", "netty4")
            .put("cluster.routing.allocation.disk.threshold_enabled", false) // a full laptop disk must not make it read-only
            .build();
        Environment omgeving = new Environment(settings, home.resolve("config"));
        PluginsLoader plugins = PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(omgeving.modulesDir()),
            PluginsLoader.loadPluginsBundles(omgeving.pluginsDir()),
            Map.of(),
            false
        );
        Node node = new Node(omgeving, plugins);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                node.close();
            } catch (Exception fout) {
                fout.printStackTrace();
            }
        }));
        node.start();
        Thread.currentThread().join(); // the node's own threads are daemons
    }
}
