/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // The server and the pages must share one Yjs.
  serverExternalPackages: ['yjs', 'y-protocols', 'lib0'],
  allowedDevOrigins: ['localhost', '127.0.0.1'],
}
