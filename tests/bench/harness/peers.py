"""nginx, HAProxy and Gatehouse set up for equal work: X-Forwarded-* and a request id on every request, kept
connections both ways, one worker, no access log. The upstream answers 400 to a request that lacks those fields."""
import json
import pathlib
import re
import urllib.request

from .processes import Measured, free_port


def upstream(workdir: pathlib.Path, core: int) -> Measured:
    port = free_port()
    folder = workdir / "upstream"
    folder.mkdir()
    (folder / "nginx.conf").write_text(f"""
daemon off; master_process off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log crit;
worker_rlimit_nofile 19000;
events {{ worker_connections 18000; }}
http {{
  access_log off; keepalive_requests 1000000000; keepalive_timeout 1h; client_body_temp_path {folder}/b;
  proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{
    listen 127.0.0.1:{port} backlog=8192;
    location / {{
      if ($http_x_forwarded_for = "") {{ return 400; }}
      if ($http_x_forwarded_proto = "") {{ return 400; }}
      if ($http_x_request_id = "") {{ return 400; }}
      default_type application/json;
      return 200 '{{"id":7,"title":"Solaris","author":"Lem"}}';
    }}
  }}
}}
""")
    return Measured(["nginx", "-p", folder, "-c", folder / "nginx.conf"], core, port, folder)


def nginx(workdir: pathlib.Path, core: int, backend: int) -> Measured:
    port = free_port()
    folder = workdir / f"nginx-{port}"
    folder.mkdir()
    (folder / "nginx.conf").write_text(f"""
daemon off; master_process off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log crit;
worker_rlimit_nofile 19000;
events {{ worker_connections 18000; }}
http {{
  access_log off; keepalive_requests 1000000000; keepalive_timeout 1h; client_body_temp_path {folder}/b;
  proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  upstream backend {{ server 127.0.0.1:{backend}; keepalive 4096; keepalive_requests 1000000000; }}
  server {{
    listen 127.0.0.1:{port} backlog=8192;
    location / {{
      proxy_pass http://backend; proxy_http_version 1.1;
      proxy_set_header Connection ""; proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme; proxy_set_header X-Forwarded-Host $http_host;
      proxy_set_header X-Request-Id $request_id;
    }}
  }}
}}
""")
    return Measured(["nginx", "-p", folder, "-c", folder / "nginx.conf"], core, port, folder)


def haproxy(workdir: pathlib.Path, core: int, backend: int) -> Measured:
    port = free_port()
    folder = workdir / f"haproxy-{port}"
    folder.mkdir()
    (folder / "haproxy.cfg").write_text(f"""
global
  nbthread 1
  maxconn 9000
defaults
  mode http
  timeout connect 5s
  timeout client 1h
  timeout server 1h
  timeout http-keep-alive 1h
  http-reuse always
frontend in
  bind 127.0.0.1:{port} backlog 8192
  unique-id-format %{{+X}}o\\ %ci:%cp_%fi:%fp_%Ts_%rt:%pid
  unique-id-header X-Request-Id
  option forwardfor
  http-request set-header X-Forwarded-Proto http
  http-request set-header X-Forwarded-Host %[req.hdr(host)]
  default_backend out
backend out
  server one 127.0.0.1:{backend} pool-max-conn -1
""")
    return Measured(["haproxy", "-db", "-f", folder / "haproxy.cfg"], core, port, folder)


def gatehouse(root: pathlib.Path, workdir: pathlib.Path, core: int, backend: int, *extra) -> Measured:
    port = free_port()
    folder = workdir / f"gatehouse-{port}"
    folder.mkdir()
    return Measured([root / "build/release/bin/gatehouse-engine", "proxy", "--from", f"127.0.0.1:{port}",
                     "--to", f"127.0.0.1:{backend}", "--workers", "1", *extra], core, port, folder)


def gatehouse_workspace(root: pathlib.Path, workdir: pathlib.Path, core: int, backend: int) -> Measured:
    """A workspace as a person's: routes, telemetry, records and /metrics on. `requests()` of it is what /metrics counts."""
    port, admin = free_port(), free_port()
    folder = workdir / f"gatehouse-{port}"
    folder.mkdir()
    paths = ["/", "/catalog", "/orders", "/users", "/reviews"]
    file = folder / "bench.gatehouse.json"
    file.write_text(json.dumps({
        "gatehouse": 1, "name": "bench", "gateways": [{"name": "edge", "listeners": [{"name": "public", "port": port}]}],
        "routes": [{"name": f"r{i}", "parentRefs": [{"name": "edge"}],
                    "rules": [{"matches": [{"path": {"value": path}}], "backendRefs": [{"name": "up"}]}]}
                   for i, path in enumerate(paths)],
        "services": [{"name": "up", "endpoints": [{"port": backend}]}]}))
    server = Measured([root / "build/release/bin/gatehouse-engine", "run", file, "--workers", "1",
                       "--admin", f"127.0.0.1:{admin}"], core, port, folder)

    def requests() -> int:
        with urllib.request.urlopen(f"http://127.0.0.1:{admin}/metrics", timeout=5) as answer:
            text = answer.read().decode()
        return sum(int(float(n)) for n in re.findall(r"^gatehouse_requests_total\{[^}]*\} (\S+)$", text, re.M))

    server.requests = requests
    return server
