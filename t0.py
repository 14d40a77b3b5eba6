from lib import *
p=Pic('_test')
for i,(st,po,ar) in enumerate([('short','stand','down'),('bob','walk','down'),('long','stand','fwd'),('bun','walk','point'),('bald','stand','up'),('afro','walk','read'),('cap','stand','push'),('helmet','stand','hip'),('hijab','walk','down')]):
    p.person(100+i*170,420,330,[BL,BR,MO,OC,SL][i%5],INK,[S1,S2,S3,S4][i%4],INK,1,po,st,arm=ar,shadow=INK,bag='file' if i%2 else None,vest=i==7,skirt=i==3)
for i,(st,ar) in enumerate([('short','fwd'),('bob','talk'),('bun','write'),('afro','chin'),('hijab','rest')]):
    p.seated(120+i*250,700,300,[BL,BR,MO,OC,SL][i%5],INK,[S1,S2,S3,S4][i%4],INK,1,st,ar,cross=i%2)
p.tree(1400,860,380);p.poplar(1540,860,300)
p.save()
