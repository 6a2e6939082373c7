process.stdout.write('inzage\n');
